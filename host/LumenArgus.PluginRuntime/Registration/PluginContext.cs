using LumenArgus.Abstractions.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Registration;

internal sealed class PluginContext(
    string id, IConfiguration configuration, ILogger logger, TimeProvider clock, IHostServices host, CancellationToken stopping) : IPluginContext
{
    public string Id { get; } = id;

    public IConfiguration Configuration { get; } = configuration;

    public ILogger Logger { get; } = logger;

    public TimeProvider Clock { get; } = clock;

    public IHostServices Host { get; } = host;

    public CancellationToken Stopping { get; } = stopping;
}

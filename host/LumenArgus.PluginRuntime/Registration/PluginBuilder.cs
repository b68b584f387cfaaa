using LumenArgus.Abstractions.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.PluginRuntime.Registration;

internal sealed class PluginBuilder(string id, IConfiguration configuration, IServiceCollection services, IPluginRegistry registry) : IPluginBuilder
{
    public string Id { get; } = id;

    public IConfiguration Configuration { get; } = configuration;

    public IServiceCollection Services { get; } = services;

    public IPluginRegistry Registry { get; } = registry;
}

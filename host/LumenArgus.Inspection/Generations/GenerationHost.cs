using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Rules;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Generations;

/// <summary>Owns the plugins of the process: loads them, puts the first generation in use, retires all at the end.</summary>
public sealed class GenerationHost(
    PluginSearchPath searchPath,
    GenerationBuilder builder,
    CurrentGeneration current,
    IRuleTable rules,
    IMcpToolListSource toolLists,
    ILicence licence,
    TimeProvider clock,
    ILoggerFactory loggers) : IAsyncDisposable
{
    private static readonly TimeSpan RetireDrain = TimeSpan.FromSeconds(5);

    private PluginSet _plugins = PluginSet.Empty;

    /// <summary>Loads the plugins and puts the generation built from them in use.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>The generation, now current.</returns>
    public async Task<Generation> StartAsync(LumenArgusConfig config, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(config);
        var configurations = new Dictionary<string, IConfiguration>(StringComparer.Ordinal);
        var catalog = Configure(PluginCatalog.Discover(searchPath.Folders), config, configurations);
        var loader = new PluginLoader(
            new PluginLoaderOptions { DataDirectory = searchPath.DataDirectory, Configuration = manifest => configurations[manifest.Id] }, clock, loggers);
        _plugins = await loader.LoadAsync(catalog, cancellationToken);
        var generation = await PrepareAsync(config, cancellationToken);
        current.Swap(generation);
        return generation;
    }

    /// <summary>Builds the next generation with the plugins that run, and does not use it yet. They are neither loaded nor started again.</summary>
    /// <param name="config">Its configuration.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>The generation, to be given to <see cref="CurrentGeneration.Swap"/> or released.</returns>
    public async Task<Generation> PrepareAsync(LumenArgusConfig config, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(config);
        var read = await builder.ReadRulesAsync(_plugins, cancellationToken);

        // A plugin whose rules could not be read has not dropped them.
        var sets = read.Where(static plugin => plugin.Part.Status == PluginCallStatus.Ok).Select(static plugin => new PluginRuleSet(plugin.Plugin.Id, plugin.Part.Rules));
        var table = await rules.ReadAsync(new RuleOrigins([.. sets], config.CustomRules, config.Rules.AutoImport), cancellationToken);
        return builder.Build(new GenerationInputs
        {
            Config = config,
            Plugins = _plugins,
            Rules = read,

            // What an operator has switched off does not come back because the database is away for a moment.
            Table = table ?? current.Peek?.Table,
            ToolLists = await toolLists.ReadAsync(cancellationToken) ?? current.Peek?.ToolLists.Table,
            HasLicence = licence.IsValid,
            Previous = current.Peek,
        });
    }

    /// <summary>Takes the generation out of use and retires the plugins.</summary>
    /// <returns>A task that ends when all plugins are stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        current.Dispose();
        await _plugins.RetireAsync(RetireDrain, CancellationToken.None);
        _plugins = PluginSet.Empty;
    }

    /// <summary>All plugins that were found, with what speaks against loading them.</summary>
    private static PluginCatalog Configure(PluginCatalog found, LumenArgusConfig config, Dictionary<string, IConfiguration> configurations) => new()
    {
        Candidates = [.. found.Candidates.Where(candidate => config.Plugin(candidate.Id).Enabled).Select(candidate =>
        {
            if (candidate.Rejection is not null || candidate.Manifest is not { } manifest)
            {
                return candidate;
            }

            var result = PluginConfiguration.For(config, manifest.Id, manifest.Detectors, Environment.GetEnvironmentVariable);
            configurations[manifest.Id] = result.Configuration;
            return result.Errors.IsEmpty ? candidate : candidate with { Rejection = string.Join("; ", result.Errors) };
        })],
    };
}

using LumenArgus.Abstractions.Host;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Live;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.PluginState;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>
/// Makes what the host does for a plugin. Each plugin gets services of its own, which know its identifier and what its manifest asks for; they refer to the host and never to the plugin.
/// </summary>
public sealed class HostServiceFactory(
    CurrentGeneration current,
    ScanLanes lanes,
    ILiveEvents live,
    TimeProvider clock,
    IFindingStore? findings = null,
    IRuleStore? rules = null,
    IPluginStateStore? state = null)
{
    private readonly TemplateRenderer _templates = new();
    private readonly RuleEvaluator _evaluator = new(current, lanes);
    private readonly IPluginStateStore _state = state ?? new MemoryPluginState();

    /// <summary>Makes the services of a plugin.</summary>
    /// <param name="manifest">Its manifest.</param>
    /// <returns>The services.</returns>
    public IHostServices For(PluginManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return new Services(
            _templates,
            new PluginKv(manifest.Id, _state),
            new PluginEvents(manifest.Id, live, clock),
            new FindingReader(manifest, findings),
            new RuleCatalogService(manifest, current, _state, rules),
            _evaluator);
    }

    private sealed record Services(
        ITemplateRenderer Templates, IPluginKv Kv, IEventStream Events, IFindingReader Findings, IRuleCatalog Rules, IRuleEvaluator RuleEvaluator) : IHostServices;
}

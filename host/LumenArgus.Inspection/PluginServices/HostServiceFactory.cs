using LumenArgus.Abstractions.Host;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Modes;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.PluginState;
using LumenArgus.Storage.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>
/// Makes what the host does for a plugin. Each plugin gets services of its own, which know its identifier and what its manifest asks for; they refer to the host and never to the plugin.
/// </summary>
public sealed class HostServiceFactory(
    CurrentGeneration current,
    ScanLanes lanes,
    ILiveEvents live,
    TimeProvider clock,
    PluginInvoker invoker,
    Inspector inspector,
    ILicence licence,
    IServiceProvider services,
    PluginSearchPath paths,
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
            _evaluator,
            new ScanService(manifest, current, inspector),
            new PluginRows(manifest, Path.Combine(paths.DataDirectory, "plugins")),
            new PluginDirectory(manifest, current, invoker),

            // Asked for late: both are made by what is made with plugins.
            new ProxyControl(manifest, services.GetService<IRunningProxy>, services.GetService<ModeSwitch>),
            licence);
    }

    private sealed record Services(
        ITemplateRenderer Templates,
        IPluginKv Kv,
        IEventStream Events,
        IFindingReader Findings,
        IRuleCatalog Rules,
        IRuleEvaluator RuleEvaluator,
        IScanService Scan,
        IPluginRows Rows,
        IPluginDirectory Plugins,
        IProxyControl Proxy,
        ILicence Licence) : IHostServices;
}

using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.Inspection.Generations;

/// <summary>The plugins' parts in the order in which they are called.</summary>
public sealed partial class Generation
{
    /// <summary>Enabled synchronous detectors: those with priority first, else in the order the plugins were loaded.</summary>
    internal ImmutableArray<PluginPart<DetectorContribution>> Detectors { get; }

    /// <summary>Enabled detectors that wait, in the same order.</summary>
    internal ImmutableArray<PluginPart<AsyncDetectorContribution>> AsyncDetectors { get; }

    /// <summary>The plugins' providers in the order in which the plugins were loaded.</summary>
    internal ImmutableArray<PluginPart<ProviderContribution>> Providers { get; }

    /// <summary>The tools that plugins add to those that are known.</summary>
    public ImmutableArray<ClientDefinition> Clients { get; }

    internal ImmutableArray<PluginPart<IPreRequestHook>> PreRequestHooks { get; }

    internal ImmutableArray<PluginPart<IWebSocketHook>> WebSocketHooks { get; }

    internal ImmutableArray<PluginPart<IPostScanHook>> PostScanHooks { get; }

    /// <summary>The first plugin's evaluate hook, or null: one policy decides.</summary>
    internal PluginPart<IEvaluateHook>? EvaluateHook { get; }

    /// <summary>The first plugin's redact hook, or null.</summary>
    internal PluginPart<IRedactHook>? RedactHook { get; }

    /// <summary>The first plugin's response hook, or null.</summary>
    internal PluginPart<IResponseScanHook>? ResponseScanHook { get; }

    /// <summary>The first plugin's hook for the texts of responses, or null.</summary>
    internal PluginPart<IResponseChunkHook>? ResponseChunkHook { get; }

    internal ImmutableArray<PluginPart<IHealthHook>> HealthHooks { get; }

    internal ImmutableArray<PluginPart<IMetricsHook>> MetricsHooks { get; }

    internal ImmutableArray<PluginPart<ITraceHook>> TraceHooks { get; }

    /// <summary>The plugins' pages in the order in which the plugins were loaded; of two with one name the first.</summary>
    internal ImmutableArray<PluginPart<PageContribution>> Pages { get; }

    internal ImmutableArray<PluginPart<AuthProviderContribution>> AuthProviders { get; }

    /// <summary>The first plugin's agent auth provider, or null.</summary>
    internal PluginPart<IAgentAuthProvider>? AgentAuthProvider { get; }

    /// <summary>Further plugins that bring one; they are not asked.</summary>
    internal ImmutableArray<string> UnusedAgentAuthProviders { get; }

    /// <summary>A plugin that should say which agents there are but could not be loaded: an installation that wants agents to prove themselves must not open because of that.</summary>
    internal string? MissingAgentAuthProvider { get; }

    /// <summary>Whether agents have to say who they are.</summary>
    public bool AuthenticatesAgents => AgentAuthProvider is not null || MissingAgentAuthProvider is not null;

    /// <summary>The first plugin's store of findings, or null.</summary>
    internal PluginPart<IFindingStore>? FindingStore { get; }

    /// <summary>Further plugins that bring one; they are not used.</summary>
    internal ImmutableArray<string> UnusedFindingStores { get; }

    /// <summary>A plugin that should keep the findings but could not be loaded; the host's own store does meanwhile.</summary>
    internal string? MissingFindingStore { get; }

    /// <summary>The plugin that keeps the findings; null where the host's own store does.</summary>
    public string? FindingStorePlugin => FindingStore?.Plugin.Id;

    /// <summary>Whether responses are held until a plugin has judged them: there is one that does, and a stage for responses is on.</summary>
    public bool HoldsResponses => ResponseScanHook is not null && Config.Pipeline.ScansResponses;

    /// <summary>Whether a plugin can replace matched text.</summary>
    public bool CanRedact => RedactHook is not null;

    /// <summary>Whether a plugin wants to know of WebSocket connections.</summary>
    public bool HasWebSocketHooks => !WebSocketHooks.IsEmpty;

    /// <summary>Whether anything at all looks at exchanges.</summary>
    public bool HasDetection => Rules.Count > 0 || !Detectors.IsEmpty || !AsyncDetectors.IsEmpty;

    /// <summary>Detectors that are enabled and do not run now: of rejected plugins, and of quarantined ones.</summary>
    /// <returns>One entry for each; normally none.</returns>
    public IEnumerable<InactiveDetector> InactiveDetectors()
    {
        var inactive = Plugins.GetInactiveDetectors();
        return inactive.IsEmpty && _withoutRules.IsEmpty
            ? [] // asked for each exchange
            : inactive.Concat(_withoutRules).Where(detector => Config.Detector(detector.Detector).Enabled && Config.Plugin(detector.PluginId).Enabled);
    }

    /// <summary>What the operator wants done with an exchange that a plugin could not look at.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <returns>Its own setting, else the one for all plugins.</returns>
    public OnFault OnFaultOf(string pluginId) => Config.Plugin(pluginId).OnFault ?? Config.Plugins.OnFault;

    /// <summary>What the operator wants done with an exchange for which a hook has failed.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="hook">Name of the hook; one that decides follows <c>fail.hook</c> where nothing is said of it.</param>
    /// <returns>Open goes on without the hook, closed blocks.</returns>
    public FailMode HookModeOf(string pluginId, string hook) => Config.Plugin(pluginId).Hooks.ByHook.TryGetValue(hook, out var mode)
        ? mode
        : hook == "pre_request" ? FailMode.Open : Config.Fail.Hook;

    /// <summary>Whether anything else than the named detector looks at exchanges.</summary>
    /// <param name="pluginId">Its plugin.</param>
    /// <param name="detector">Name of the detector; null for all detectors of the plugin.</param>
    /// <returns>True if a rule or another detector does.</returns>
    public bool HasDetectionBeside(string pluginId, string? detector)
    {
        return Rules.Count > 0
            || Detectors.Any(part => IsOther(part.Plugin, part.Part.Name))
            || AsyncDetectors.Any(part => IsOther(part.Plugin, part.Part.Name));

        bool IsOther(PluginHandle plugin, string name) =>
            !plugin.Faults.IsQuarantined && (plugin.Id != pluginId || (detector is not null && name != detector));
    }

    private ImmutableArray<PluginPart<T>> InOrder<T>(
        Func<PluginHandle, ImmutableArray<T>> partsOf, Func<T, bool> hasPriority, Func<T, string> nameOf)
        where T : class =>
        [
            .. Plugins.Active.SelectMany(plugin => partsOf(plugin).Select(part => new PluginPart<T>(plugin, part)))
                .Where(part => Config.Detector(nameOf(part.Part)).Enabled)
                .OrderByDescending(part => hasPriority(part.Part)),
        ];

    private string? RejectedWith(string capability) =>
        Plugins.Rejected.FirstOrDefault(plugin => plugin.State == PluginState.Rejected && plugin.Capabilities.Contains(capability))?.Id;

    private ImmutableArray<PluginPart<T>> Hooks<T>(Func<PluginHandle, T?> hookOf)
        where T : class =>
        [.. Plugins.Active.Select(plugin => (Plugin: plugin, Hook: hookOf(plugin))).Where(static pair => pair.Hook is not null)
            .Select(static pair => new PluginPart<T>(pair.Plugin, pair.Hook!))];
}

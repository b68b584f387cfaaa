using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Rules;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Registration;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Scanning.Policy;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Inspection.Generations;

/// <summary>
/// Everything a decision depends on, immutable: configuration, plugins, compiled rules, policy. An exchange holds one generation from its
/// start to its decision; a reload builds the next one beside it. References are counted: the last one gives the plugins back.
/// </summary>
public sealed partial class Generation
{
    private readonly ImmutableArray<InactiveDetector> _withoutRules;
    private int _references = 1;

    internal Generation(GenerationParts parts)
    {
        Number = parts.Number;
        Config = parts.Config;
        Plugins = parts.Plugins;
        Rules = parts.Rules;
        ResponseRules = parts.ResponseRules;
        InboundRules = parts.InboundRules;
        McpRules = parts.McpRules;
        ToolLists = parts.ToolLists;
        Licence = parts.Licence;
        EnabledRules = parts.EnabledRules;
        RejectedRules = parts.RejectedRules;
        Catalogue = parts.Catalogue;
        Table = parts.Table;
        Validators = parts.Validators;
        Allowlist = parts.Allowlist;
        Policy = parts.Policy;
        CallsOthersCodeInScan = parts.RulesCallOthersCode;
        _withoutRules = parts.WithoutRules;
        foreach (var plugin in Plugins.Active)
        {
            plugin.AddReference();
        }

        Detectors = InOrder(static plugin => plugin.Contributions.Detectors, static detector => detector.Priority, static detector => detector.Name);
        AsyncDetectors = InOrder(
            static plugin => plugin.Contributions.AsyncDetectors, static detector => detector.Priority, static detector => detector.Name);
        Providers = [.. Plugins.Active.SelectMany(static plugin => plugin.Contributions.Providers.Select(part => new PluginPart<ProviderContribution>(plugin, part)))];
        Clients = [.. Plugins.Active.SelectMany(static plugin => plugin.Contributions.Clients).DistinctBy(static client => client.Id, StringComparer.Ordinal)];
        PreRequestHooks = Hooks(static plugin => plugin.Contributions.PreRequestHook);
        WebSocketHooks = Hooks(static plugin => plugin.Contributions.WebSocketHook);
        PostScanHooks = Hooks(static plugin => plugin.Contributions.PostScanHook);
        EvaluateHook = Hooks(static plugin => plugin.Contributions.EvaluateHook).FirstOrDefault();
        CallsOthersCodeInScan |= !Detectors.IsEmpty;
        RedactHook = Hooks(static plugin => plugin.Contributions.RedactHook).FirstOrDefault();
        HealthHooks = Hooks(static plugin => plugin.Contributions.HealthHook);
        MetricsHooks = Hooks(static plugin => plugin.Contributions.MetricsHook);
        TraceHooks = Hooks(static plugin => plugin.Contributions.TraceHook);
        Pages = [.. Plugins.Active.SelectMany(static plugin => plugin.Contributions.Pages.Select(page => new PluginPart<PageContribution>(plugin, page)))
            .DistinctBy(static part => part.Part.Page.Id, StringComparer.Ordinal)];
        AuthProviders =
        [
            .. Plugins.Active.SelectMany(static plugin => plugin.Contributions.AuthProviders.Select(provider => new PluginPart<AuthProviderContribution>(plugin, provider))),
        ];
        var agentAuthProviders = Hooks(static plugin => plugin.Contributions.AgentAuthProvider);
        AgentAuthProvider = agentAuthProviders.FirstOrDefault();
        MissingAgentAuthProvider = AgentAuthProvider is null ? RejectedWith(PluginCapability.AgentAuth) : null;
        UnusedAgentAuthProviders = [.. agentAuthProviders.Skip(1).Select(static part => part.Plugin.Id)];
        var findingStores = Hooks(static plugin => plugin.Contributions.FindingStore);
        FindingStore = findingStores.FirstOrDefault();
        UnusedFindingStores = [.. findingStores.Skip(1).Select(static part => part.Plugin.Id)];
        MissingFindingStore = FindingStore is null ? RejectedWith(PluginCapability.FindingStore) : null;
        ResponseScanHook = Hooks(static plugin => plugin.Contributions.ResponseScanHook).FirstOrDefault();
        ResponseChunkHook = Hooks(static plugin => plugin.Contributions.ResponseChunkHook).FirstOrDefault();
    }

    /// <summary>Counts from 1 within a process.</summary>
    public long Number { get; }

    /// <summary>The configuration it was built from.</summary>
    public LumenArgusConfig Config { get; }

    /// <summary>All plugins, also those that were rejected.</summary>
    public PluginSet Plugins { get; }

    /// <summary>All enabled rules of all plugins, compiled into one index.</summary>
    public RuleIndex Rules { get; }

    /// <summary>The enabled rules for responses, compiled; null while no stage looks at responses.</summary>
    internal RuleIndex? ResponseRules { get; }

    /// <summary>The enabled rules for WebSocket messages from servers; null where the configuration scans none.</summary>
    internal RuleIndexBuild? InboundRules { get; }

    /// <summary>The enabled rules that are for the Model Context Protocol and not for requests, compiled; null while no stage looks at what its servers answer.</summary>
    internal RuleIndex? McpRules { get; }

    /// <summary>Which tools may be called by the Model Context Protocol.</summary>
    public McpToolLists ToolLists { get; }

    /// <summary>What a plugin said of the licence when this was built; null where none checks it.</summary>
    public LicenceState? Licence { get; }

    /// <summary>Whether requests are looked at, be it only for calls of tools.</summary>
    internal bool LooksAtRequests => Config.Pipeline.OutboundDlp || Config.Pipeline.McpArguments || !ToolLists.IsEmpty;

    /// <summary>Rules that could not be used, with the reason.</summary>
    public ImmutableArray<RejectedRule> RejectedRules { get; }

    /// <summary>All rules of all plugins, of the configuration and of the table, in the order in which they were read.</summary>
    public ImmutableArray<CatalogueRule> Catalogue { get; }

    /// <summary>The table of rules as it was when this was built; null where there was none.</summary>
    public RuleTableSnapshot? Table { get; }

    /// <summary>The plugins' validators by name, guarded; only to be called while the generation is leased.</summary>
    public IReadOnlyDictionary<string, IRuleValidator> Validators { get; }

    /// <summary>What is declared harmless.</summary>
    public Allowlist Allowlist { get; }

    /// <summary>The configured policy.</summary>
    public PolicyEngine Policy { get; }

    /// <summary>What <see cref="Rules"/> was built from.</summary>
    internal IReadOnlyList<DetectionRule> EnabledRules { get; }

    /// <summary>Whether a scan may run code that did not come with the product, which needs a lane to keep its budget.</summary>
    internal bool CallsOthersCodeInScan { get; }

    /// <summary>Whether what is found in a text depends on the file that it was read from.</summary>
    internal bool DependsOnSourceFiles => Allowlist.HasPaths || TellsDetectors;

    /// <summary>Whether detectors of plugins are told what is known of a text: then all of it decides about what is found.</summary>
    internal bool TellsDetectors => !Detectors.IsEmpty || !AsyncDetectors.IsEmpty;

    /// <summary>The rules for one kind of traffic.</summary>
    internal RuleIndex RulesFor(RuleStages stage) => stage == RuleStages.Response && InboundRules is { } inbound ? inbound.Index : Rules;

    internal bool TryAddReference()
    {
        var current = Volatile.Read(ref _references);
        while (current > 0)
        {
            var seen = Interlocked.CompareExchange(ref _references, current + 1, current);
            if (seen == current)
            {
                return true;
            }

            current = seen;
        }

        return false;
    }

    /// <summary>Gives a reference back; one that was never put in use ends with this.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0)
        {
            return;
        }

        foreach (var plugin in Plugins.Active)
        {
            plugin.Release();
        }
    }
}

using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>
/// What a plugin brings. These are the plugin's own objects: whoever keeps one keeps the plugin's code in memory. Only a generation of the
/// host's configuration holds them, and only <see cref="Invocation.PluginInvoker"/> calls them.
/// </summary>
public sealed record PluginContributions
{
    /// <summary>Nothing.</summary>
    public static PluginContributions Empty { get; } = new();

    /// <summary>Detectors, in the order of registration.</summary>
    public ImmutableArray<DetectorContribution> Detectors { get; init; } = [];

    /// <summary>Detectors that wait, in the order of registration.</summary>
    public ImmutableArray<AsyncDetectorContribution> AsyncDetectors { get; init; } = [];

    /// <summary>Rule sources; read them with <see cref="Invocation.PluginInvoker"/>.</summary>
    public ImmutableArray<IRuleSource> RuleSources { get; init; } = [];

    /// <summary>Validators. Already guarded: a fault is recorded and counts as valid, so that it hides no finding.</summary>
    public ImmutableArray<IRuleValidator> RuleValidators { get; init; } = [];

    /// <summary>Providers, in the order of registration.</summary>
    public ImmutableArray<ProviderContribution> Providers { get; init; } = [];

    /// <summary>The hook at the start of each request, or null.</summary>
    public IPreRequestHook? PreRequestHook { get; init; }

    /// <summary>The hook behind each scan, or null.</summary>
    public IPostScanHook? PostScanHook { get; init; }

    /// <summary>The hook that replaces the policy, or null.</summary>
    public IEvaluateHook? EvaluateHook { get; init; }

    /// <summary>The hook that replaces matched text, or null.</summary>
    public IRedactHook? RedactHook { get; init; }

    /// <summary>The hook behind each configuration reload, or null.</summary>
    public IConfigReloadHook? ConfigReloadHook { get; init; }

    /// <summary>The hook that judges responses, or null.</summary>
    public IResponseScanHook? ResponseScanHook { get; init; }

    /// <summary>The hook that adds to the state of the product, or null.</summary>
    public IHealthHook? HealthHook { get; init; }

    /// <summary>The hook that adds metrics, or null.</summary>
    public IMetricsHook? MetricsHook { get; init; }

    /// <summary>The hook that is told of each exchange that has ended, or null.</summary>
    public ITraceHook? TraceHook { get; init; }

    /// <summary>The hook that is told of WebSocket connections, or null.</summary>
    public IWebSocketHook? WebSocketHook { get; init; }

    /// <summary>The hook that changes the texts of responses, or null.</summary>
    public IResponseChunkHook? ResponseChunkHook { get; init; }

    /// <summary>What checks the licence, or null.</summary>
    public ILicenceChecker? LicenceChecker { get; init; }

    /// <summary>Pages of the dashboard, in the order of registration.</summary>
    public ImmutableArray<PageContribution> Pages { get; init; } = [];

    /// <summary>What pages load.</summary>
    public PluginAssets Assets { get; init; } = PluginAssets.None;

    /// <summary>The handler of its own API, or null.</summary>
    public IApiHandler? ApiHandler { get; init; }

    /// <summary>What says who asks the dashboard, in the order of registration.</summary>
    public ImmutableArray<AuthProviderContribution> AuthProviders { get; init; } = [];

    /// <summary>What says which agent has passed a request on, or null.</summary>
    public IAgentAuthProvider? AgentAuthProvider { get; init; }

    /// <summary>What keeps the findings, or null.</summary>
    public IFindingStore? FindingStore { get; init; }

    /// <summary>What runs its commands.</summary>
    public ImmutableArray<CommandContribution> Commands { get; init; } = [];

    /// <summary>Tools to recognise.</summary>
    public ImmutableArray<ClientDefinition> Clients { get; init; } = [];

    /// <summary>What answers other plugins, or null.</summary>
    public IPluginMessageHandler? MessageHandler { get; init; }

    /// <summary>Types of channels, in the order of registration.</summary>
    public ImmutableArray<ChannelType> ChannelTypes { get; init; } = [];

    /// <summary>What makes notifiers for channels of these types; null where there are none.</summary>
    public INotifierBuilder? NotifierBuilder { get; init; }

    /// <summary>Notifiers that need no channel, in the order of registration.</summary>
    public ImmutableArray<NotifierContribution> Notifiers { get; init; } = [];

    /// <summary>What decides who is told, or null.</summary>
    public IDispatcher? Dispatcher { get; init; }

    /// <summary>How many channels there may be; null where the plugin says nothing of it.</summary>
    public ChannelLimit? ChannelLimit { get; init; }

    /// <summary>Names of what is there, by the seed's names.</summary>
    /// <returns>For example <c>rules, validator, evaluate</c>.</returns>
    public ImmutableArray<string> DescribeHooks()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        Add("detector", Detectors.Length + AsyncDetectors.Length > 0);
        Add("rules", RuleSources.Length > 0);
        Add("validator", RuleValidators.Length > 0);
        Add("provider", Providers.Length > 0);
        Add("pre_request", PreRequestHook is not null);
        Add("post_scan", PostScanHook is not null);
        Add("evaluate", EvaluateHook is not null);
        Add("redact", RedactHook is not null);
        Add("config_reload", ConfigReloadHook is not null);
        Add("response_scan", ResponseScanHook is not null);
        Add("health", HealthHook is not null);
        Add("metrics", MetricsHook is not null);
        Add("trace", TraceHook is not null);
        Add("ws_connection", WebSocketHook is not null);
        Add("response_chunk", ResponseChunkHook is not null);
        Add("license_checker", LicenceChecker is not null);
        Add("dashboard_pages", Pages.Length > 0);
        Add("dashboard_api", ApiHandler is not null);
        Add("auth_provider", AuthProviders.Length > 0);
        Add("agent_auth_provider", AgentAuthProvider is not null);
        Add("finding_store", FindingStore is not null);
        Add("cli_commands", Commands.Length > 0);
        Add("clients", Clients.Length > 0);
        Add("messages", MessageHandler is not null);
        Add("channel_types", ChannelTypes.Length > 0);
        Add("notifier_builder", NotifierBuilder is not null);
        Add("notifier", Notifiers.Length > 0);
        Add("dispatcher", Dispatcher is not null);
        Add("channel_limit", ChannelLimit is not null);
        return names.ToImmutable();

        void Add(string name, bool present)
        {
            if (present)
            {
                names.Add(name);
            }
        }
    }
}

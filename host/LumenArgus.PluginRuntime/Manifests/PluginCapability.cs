using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>What a manifest can ask for. Each call of the registry needs one of these.</summary>
public static class PluginCapability
{
    /// <summary>Detectors in code.</summary>
    public const string Detect = "detect";

    /// <summary>Rules and validators.</summary>
    public const string Rules = "rules";

    /// <summary>Providers.</summary>
    public const string Provider = "provider";

    /// <summary>The hook at the start of each request.</summary>
    public const string PreRequestHook = "hook.pre_request";

    /// <summary>The hook behind each scan.</summary>
    public const string PostScanHook = "hook.post_scan";

    /// <summary>The hook that replaces the policy.</summary>
    public const string EvaluateHook = "hook.evaluate";

    /// <summary>The hook that replaces matched text.</summary>
    public const string RedactHook = "hook.redact";

    /// <summary>The hook behind each configuration reload.</summary>
    public const string ConfigReloadHook = "hook.config_reload";

    /// <summary>The hook that judges responses.</summary>
    public const string ResponseScanHook = "hook.response_scan";

    /// <summary>The hook that adds to the state of the product.</summary>
    public const string HealthHook = "hook.health";

    /// <summary>The hook that adds metrics.</summary>
    public const string MetricsHook = "hook.metrics";

    /// <summary>The hook that is told of each exchange that has ended.</summary>
    public const string TraceHook = "hook.trace";

    /// <summary>The hook that is told of WebSocket connections.</summary>
    public const string WebSocketHook = "hook.websocket";

    /// <summary>The hook that changes the texts of responses.</summary>
    public const string ResponseChunkHook = "hook.response_chunk";

    /// <summary>Checking the licence.</summary>
    public const string Licence = "licence";

    /// <summary>Pages of the dashboard.</summary>
    public const string DashboardPage = "dashboard.page";

    /// <summary>An API of its own.</summary>
    public const string DashboardApi = "dashboard.api";

    /// <summary>Saying who asks the dashboard.</summary>
    public const string Auth = "auth";

    /// <summary>Saying which agent has passed a request on.</summary>
    public const string AgentAuth = "auth.agent";

    /// <summary>Reading stored findings.</summary>
    public const string FindingsRead = "findings.read";

    /// <summary>Switching rules on and off.</summary>
    public const string RulesManage = "rules.manage";

    /// <summary>Commands of the executable.</summary>
    public const string Command = "cli.command";

    /// <summary>Tools to recognise.</summary>
    public const string Clients = "clients";

    /// <summary>Asking other plugins and answering them.</summary>
    public const string Messages = "messages";

    /// <summary>Scanning texts.</summary>
    public const string Scan = "scan";

    /// <summary>Keeping the findings.</summary>
    public const string FindingStore = "store.findings";

    /// <summary>A database file of its own.</summary>
    public const string Rows = "store.rows";

    /// <summary>Looking at the proxy, reloading it and switching its mode.</summary>
    public const string ProxyControl = "proxy.control";

    /// <summary>Telling people of findings.</summary>
    public const string Notify = "notify";

    /// <summary>Deciding who is told of which.</summary>
    public const string NotifyDispatcher = "notify.dispatcher";

    /// <summary>Saying how many channels there may be.</summary>
    public const string ChannelsLimit = "channels.limit";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Detect, Rules, Provider, PreRequestHook, PostScanHook, EvaluateHook, RedactHook, ConfigReloadHook, ResponseScanHook,
        HealthHook, MetricsHook, TraceHook, WebSocketHook, ResponseChunkHook, Licence, DashboardPage, DashboardApi, Auth, AgentAuth, FindingsRead, RulesManage,
        Command, Clients, Messages, Scan, FindingStore, Rows, ProxyControl,
        Notify, NotifyDispatcher, ChannelsLimit,
    ];
}

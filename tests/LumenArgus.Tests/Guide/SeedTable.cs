using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Tests.Guide;

/// <summary>The source of the table in the author guide. Members are named by the compiler, so none can be gone without this failing.</summary>
internal static class SeedTable
{
    private const string ReadByTheHost = "what is registered is read by the host, not by other plugins";

    public static ImmutableArray<SeedRow> Rows { get; } =
    [
        Ours("register", Member(nameof(ILumenPlugin), nameof(ILumenPlugin.Configure)), "one method for both phases: configuration is there, input and output are not"),
        Ours("configure", Member(nameof(ILumenPlugin), nameof(ILumenPlugin.Configure)), "and `ILumenPlugin.StartAsync` for what waits"),
        Ours("LUMEN_ARGUS_PLUGIN_DEPENDS_ON", "`PluginDependsOn` in the project file", "identifiers of plugins; a missing one rejects the plugin, and so does a circle"),
        Ours("__build_info__", "`Version` in the project file", "`plugin.json` says it, `plugins list` and `/api/v1/plugins` show it with a hash of the content"),
        Registry("add_detector", nameof(IPluginRegistry.AddDetector), nameof(IDetector), "`priority` puts it before the detectors of other plugins"),
        Registry("", nameof(IPluginRegistry.AddAsyncDetector), nameof(IAsyncDetector), "a detector that waits, with a copy of the texts"),
        Registry("", nameof(IPluginRegistry.AddRuleSource), nameof(IRuleSource), "rules as data, matched by the host"),
        Registry("", nameof(IPluginRegistry.AddRuleValidator), nameof(IRuleValidator), "checks a matched value, for example a check digit"),
        Registry("", nameof(IPluginRegistry.AddProvider), nameof(IProvider), "the wire format of a vendor"),
        Registry("add_notifier", nameof(IPluginRegistry.AddNotifier), nameof(INotifier), "needs no channel: told of all that was blocked, redacted or alerted"),
        Registry("set_pre_request_hook", nameof(IPluginRegistry.SetPreRequestHook), nameof(IPreRequestHook), "each plugin may have one; all are called"),
        Registry("set_post_scan_hook", nameof(IPluginRegistry.SetPostScanHook), nameof(IPostScanHook), "called behind the request"),
        Registry("set_evaluate_hook", nameof(IPluginRegistry.SetEvaluateHook), nameof(IEvaluateHook), "one of all plugins is used; if it fails, the configured policy decides"),
        Registry("set_redact_hook", nameof(IPluginRegistry.SetRedactHook), nameof(IRedactHook), "gives edits of spans; the host writes them into the body"),
        Registry("set_config_reload_hook", nameof(IPluginRegistry.SetConfigReloadHook), nameof(IConfigReloadHook), "the plugin's own section counts with its next load"),
        Registry("set_response_scan_hook", nameof(IPluginRegistry.SetResponseScanHook), nameof(IResponseScanHook), "streams too: nothing reaches the tool before the verdict"),
        Registry("set_response_chunk_hook", nameof(IPluginRegistry.SetResponseChunkHook), nameof(IResponseChunkHook), "gets texts, not bytes, and may hold back what is not complete"),
        Registry("set_ws_connection_hook", nameof(IPluginRegistry.SetWebSocketHook), nameof(IWebSocketHook), "events of one connection in order"),
        Registry("register_dashboard_pages", nameof(IPluginRegistry.AddPage), nameof(DashboardPage), "an ES module, or a fragment by `IPageRenderer`; an identifier of a locked page unlocks it"),
        Ours("register_dashboard_css", Member(nameof(DashboardPage), nameof(DashboardPage.Css)), "of the page, which lives in a shadow root; nothing restyles the rest"),
        Registry("register_dashboard_api", nameof(IPluginRegistry.SetApiHandler), nameof(IApiHandler), "below `/api/v1/plugins/<id>/`; it cannot take over addresses of the product"),
        None("clear_dashboard_pages", "pages leave with their plugin"),
        Ours("register_static_dir", "the folder `dashboard/` of the project", "its files are embedded and served from there"),
        None("get_dashboard_pages", ReadByTheHost),
        None("get_dashboard_css", ReadByTheHost),
        None("get_dashboard_api_handler", ReadByTheHost),
        Registry("set_analytics_store", nameof(IPluginRegistry.SetFindingStore), nameof(IFindingStore), "keeps the findings; rules, settings and the other tables stay in the host's database"),
        Ours("get_analytics_store", Member(nameof(IHostServices), nameof(IHostServices.Findings)), "findings are read by search; own data is kept in `IHostServices.Kv`"),
        None("set_sse_broadcaster", "live events are of the dashboard's server, which plugins cannot replace"),
        Ours("get_sse_broadcaster", Member(nameof(IHostServices), nameof(IHostServices.Events)), "names of the product's events are refused"),
        Registry("register_auth_provider", nameof(IPluginRegistry.AddAuthProvider), nameof(IAuthProvider), "asked after the dashboard's own token, password and sessions"),
        None("get_auth_providers", ReadByTheHost),
        Registry("set_agent_auth_provider", nameof(IPluginRegistry.SetAgentAuthProvider), nameof(IAgentAuthProvider), "one of all plugins is asked; while it fails, `/_forward` is closed"),
        Ours("register_clients", $"`{nameof(IPluginRegistry)}.{nameof(IPluginRegistry.AddClient)}` with `{nameof(ClientDefinition)}`", "tools that the host knows keep its names", nameof(IPluginRegistry.AddClient)),
        Registry("register_cli_commands", nameof(IPluginRegistry.AddCommand), nameof(ICommand), "declared by `PluginCommand` in the project file, so help and parsing load nothing"),
        Registry("register_channel_types", nameof(IPluginRegistry.AddChannelType), nameof(ChannelType), "with its settings, from which forms are made"),
        Registry("set_notifier_builder", nameof(IPluginRegistry.SetNotifierBuilder), nameof(INotifierBuilder), "for channels of the plugin's own types"),
        Registry("set_dispatcher", nameof(IPluginRegistry.SetDispatcher), nameof(IDispatcher), "one of all plugins is used; if it fails, the host tells the channels itself"),
        Ours("set_channel_limit", Member(nameof(IPluginRegistry), nameof(IPluginRegistry.SetChannelLimit)), "1 without a plugin; the largest of all counts", nameof(IPluginRegistry.SetChannelLimit)),
        None("get_channel_types", ReadByTheHost),
        None("get_notifier_builder", ReadByTheHost),
        None("get_dispatcher", ReadByTheHost),
        None("get_channel_limit", ReadByTheHost),
        Registry("set_health_hook", nameof(IPluginRegistry.SetHealthHook), nameof(IHealthHook), "a property that is there already stays as it is"),
        Registry("set_metrics_hook", nameof(IPluginRegistry.SetMetricsHook), nameof(IMetricsHook), "checked: a wrong line leaves all of the plugin's out"),
        Registry("set_trace_request_hook", nameof(IPluginRegistry.SetTraceHook), nameof(ITraceHook), "told of the exchange when it has ended, with what a span would hold"),
        None("get_health_hook", ReadByTheHost),
        None("get_metrics_hook", ReadByTheHost),
        None("get_trace_request_hook", ReadByTheHost),
        Registry("set_license_checker", nameof(IPluginRegistry.SetLicenceChecker), nameof(ILicenceChecker), "gates rules of the tier `pro`"),
        None("set_proxy_server", "the host has one proxy, which plugins cannot replace"),
        Ours("get_proxy_server", Member(nameof(IHostServices), nameof(IHostServices.Proxy)), "looks at it, has it read its configuration again, switches its mode"),
        Ours("get_ws_active_count", $"`{nameof(IWebSocketHook)}`", "is told of each opening and close"),
        None("set_accelerator_factory", "the host compiles all rules into one index and needs no help with it"),
        None("set_allowlist_matcher_factory", "allowlists are compiled by the host"),
        None("set_rule_metrics_collector", "rules are matched together, so no time belongs to one; hits of each are in the rules table"),
        Ours("set_rule_skip_list", Member(nameof(IRuleCatalog), nameof(IRuleCatalog.SetEnabledAsync)), "in the rules table, where the operator sees it"),
        None("set_mcp_policy_engine", "findings in arguments of tools go through the same policy: `IEvaluateHook`"),
        None("set_mcp_session_escalation", "levels of sessions belong to the guard of the Model Context Protocol, which has no such hook"),
        None("set_tool_policy_evaluator", "which tools may be called is decided by lists of the operator, whatever a plugin says"),
        None("set_approval_gate", "a request is answered at once; nobody is waited for"),
        None("set_database_adapter", "the store is SQLite"),
        Ours("register_schema_extension", Member(nameof(IPluginRows), nameof(IPluginRows.MigrateAsync)), "a database file of the plugin's own; the product's has no tables of plugins"),
        Registry("set_plugin", nameof(IPluginRegistry.SetMessageHandler), nameof(IPluginMessageHandler), "plugins ask each other in bytes: a shared object would keep its code in memory"),
        Ours("get_plugin", Member(nameof(IPluginDirectory), nameof(IPluginDirectory.AskAsync)), "looked up at each call, so the other can be replaced meanwhile"),
        Ours("loaded_plugins", "`GET /api/v1/plugins`, `lumen-argus plugins list --json`", "for people and scripts"),
        Ours("loaded_plugin_build_infos", "`GET /api/v1/plugins`, `lumen-argus plugins list --json`", "version, folder and hash of the content"),
    ];

    public static string ToMarkdown() => string.Join('\n', Rows.Select(static row => row.ToMarkdown()).Prepend("|---|---|---|").Prepend("| name of the original | here | remark |")) + '\n';

    private static SeedRow Registry(string name, string method, string part, string remark) =>
        new(name, $"`{nameof(IPluginRegistry)}.{method}` with `{part}`", remark) { Methods = [method] };

    private static SeedRow Ours(string name, string ours, string remark, params string[] methods) => new(name, ours, remark) { Methods = [.. methods] };

    private static SeedRow None(string name, string why) => new(name, "", why);

    private static string Member(string type, string member) => $"`{type}.{member}`";
}

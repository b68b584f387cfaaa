using System.Collections.Immutable;

namespace LumenArgus.Tests.Guide;

/// <summary>
/// Every name by which extensions of the product's first form reached into it: what its published documents name, and what its registry had beside that. People who know one of them look
/// for it in the author guide.
/// </summary>
internal static class SeedNames
{
    /// <summary>Named in the documents.</summary>
    public static ImmutableArray<string> Documented { get; } =
    [
        "register", "add_detector", "add_notifier", "set_pre_request_hook", "set_post_scan_hook", "set_evaluate_hook", "set_redact_hook", "set_config_reload_hook", "set_response_scan_hook",
        "set_ws_connection_hook", "register_dashboard_pages", "register_dashboard_css", "register_dashboard_api", "set_analytics_store", "get_analytics_store", "set_sse_broadcaster",
        "get_sse_broadcaster", "register_auth_provider", "set_agent_auth_provider", "register_channel_types", "set_notifier_builder", "set_dispatcher", "set_channel_limit", "set_health_hook",
        "set_metrics_hook", "set_trace_request_hook", "set_license_checker", "set_proxy_server", "get_proxy_server", "get_dashboard_pages", "get_dashboard_css", "get_dashboard_api_handler",
        "get_auth_providers", "get_channel_types", "get_notifier_builder", "get_dispatcher", "get_channel_limit", "get_health_hook", "get_metrics_hook", "get_trace_request_hook",
    ];

    /// <summary>Of the registry only.</summary>
    public static ImmutableArray<string> OfTheRegistry { get; } =
    [
        "configure", "LUMEN_ARGUS_PLUGIN_DEPENDS_ON", "__build_info__", "set_response_chunk_hook", "clear_dashboard_pages", "register_static_dir", "register_clients", "register_cli_commands",
        "set_accelerator_factory", "set_allowlist_matcher_factory", "set_rule_metrics_collector", "set_rule_skip_list", "set_mcp_policy_engine", "set_mcp_session_escalation",
        "set_tool_policy_evaluator", "set_approval_gate", "set_database_adapter", "register_schema_extension", "set_plugin", "get_plugin", "get_ws_active_count", "loaded_plugins",
        "loaded_plugin_build_infos",
    ];
}

using System.Collections.Immutable;
using System.Net;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>All keys that every configuration has, in the order of the default file. A test changes each of them.</summary>
internal static class Settings
{
    /// <summary>The sections before the detectors.</summary>
    public static ImmutableArray<Setting> Proxy { get; } =
    [
        Setting.Live("default_action", static config => config.DefaultAction, static (from, to) => to < from),
        Setting.Live("proxy.port", static config => config.Proxy.Port),
        Setting.Live("proxy.bind", static config => config.Proxy.Bind, static (from, to) => IsLocal(from) && !IsLocal(to)),
        Setting.Live("proxy.timeout", static config => config.Proxy.Timeout),
        Setting.Live("proxy.connect_timeout", static config => config.Proxy.ConnectTimeout),
        Setting.Live("proxy.retries", static config => config.Proxy.Retries),
        Setting.Live("proxy.max_connections", static config => config.Proxy.MaxConnections),
        Setting.Live("proxy.drain_timeout", static config => config.Proxy.DrainTimeout),
        Setting.Live("proxy.max_body_size", static config => config.Proxy.MaxBodySize, static (from, to) => to < from),
        Setting.Live("proxy.body_memory", static config => config.Proxy.BodyMemory),
        Setting.Live("proxy.verify_ssl", static config => config.Proxy.VerifySsl, IsSwitchedOff),
        Setting.Live("proxy.ca_bundle", static config => config.Proxy.CaBundle),
        Setting.Live("proxy.standalone", static config => config.Proxy.Standalone),
        Setting.Live("proxy.trusted_proxies", static config => $"[{string.Join(", ", config.Proxy.TrustedProxies)}]"),
        Setting.Live("proxy.forward_hosts", static config => $"[{string.Join(", ", config.Proxy.ForwardHosts)}]"),
    ];

    /// <summary>The sections behind the custom rules.</summary>
    public static ImmutableArray<Setting> Others { get; } =
    [
        Setting.Live("pipeline.stages.outbound_dlp.enabled", static config => config.Pipeline.OutboundDlp, IsSwitchedOff),
        Setting.Live("pipeline.stages.history_strip.enabled", static config => config.Pipeline.HistoryStrip),
        Setting.Live("pipeline.stages.encoding_decode.enabled", static config => config.Pipeline.Decoding.Enabled, IsSwitchedOff),
        Setting.Live("pipeline.stages.encoding_decode.base64", static config => config.Pipeline.Decoding.Base64, IsSwitchedOff),
        Setting.Live("pipeline.stages.encoding_decode.hex", static config => config.Pipeline.Decoding.Hex, IsSwitchedOff),
        Setting.Live("pipeline.stages.encoding_decode.url", static config => config.Pipeline.Decoding.Url, IsSwitchedOff),
        Setting.Live("pipeline.stages.encoding_decode.unicode", static config => config.Pipeline.Decoding.Unicode, IsSwitchedOff),
        Setting.Live("pipeline.stages.encoding_decode.max_depth", static config => config.Pipeline.Decoding.MaxDepth, static (from, to) => to < from),
        Setting.Live("pipeline.stages.encoding_decode.min_decoded_length", static config => config.Pipeline.Decoding.MinDecodedLength, static (from, to) => to > from),
        Setting.Live("pipeline.stages.encoding_decode.max_decoded_length", static config => config.Pipeline.Decoding.MaxDecodedLength, static (from, to) => to < from),
        Setting.Live("pipeline.stages.response_secrets.enabled", static config => config.Pipeline.ResponseSecrets, IsSwitchedOff),
        Setting.Live("pipeline.stages.response_injection.enabled", static config => config.Pipeline.ResponseInjection, IsSwitchedOff),
        Setting.Live("pipeline.stages.mcp_arguments.enabled", static config => config.Pipeline.McpArguments, IsSwitchedOff),
        Setting.Live("pipeline.stages.mcp_responses.enabled", static config => config.Pipeline.McpResponses, IsSwitchedOff),
        Setting.Live("pipeline.response_max_size", static config => config.Pipeline.ResponseMaxSize, static (from, to) => to < from),
        Setting.Live("pipeline.stages.websocket_outbound.enabled", static config => config.Pipeline.WebSocketOutbound),
        Setting.Live("pipeline.stages.websocket_inbound.enabled", static config => config.Pipeline.WebSocketInbound, IsSwitchedOff),
        Setting.Live("websocket.max_frame_size", static config => config.WebSocket.MaxFrameSize, static (from, to) => to < from),
        Setting.Live("websocket.allowed_origins", static config => $"[{string.Join(", ", config.WebSocket.AllowedOrigins)}]", IsEmptied),
        Setting.Live("websocket.allowed_targets", static config => $"[{string.Join(", ", config.WebSocket.AllowedTargets)}]", IsEmptied),
        Setting.Live("mcp.allowed_tools", static config => config.Mcp.AllowedTools, AllowsMore),
        Setting.Live("mcp.blocked_tools", static config => config.Mcp.BlockedTools, static (from, to) => !to.Names.IsSupersetOf(from.Names)),
        Setting.Live("fail.scan", static config => config.Fail.Scan, IsOpened),
        Setting.Live("fail.decode", static config => config.Fail.Decode, IsOpened),
        Setting.Live("fail.oversize", static config => config.Fail.Oversize, IsOpened),
        Setting.Live("fail.hook", static config => config.Fail.Hook, IsOpened),
        Setting.Live("fail.audit", static config => config.Fail.Audit, IsOpened),
        Setting.Live("fail.store", static config => config.Fail.Store, IsOpened),
        Setting.Live("plugins.on_fault", static config => config.Plugins.OnFault, Strength.IsWeaker),
        Setting.AtStart("plugins.trust", static config => config.Plugins.Trust, static (from, to) => to < from),
        Setting.AtStart("plugins.trusted_keys", static config => $"[{string.Join(", ", config.Plugins.TrustedKeys)}]"),
        Setting.Live("plugins.process_memory_mb", static config => config.Plugins.ProcessMemoryMb),
        Setting.Live("plugins.process_call_ms", static config => config.Plugins.ProcessCallMs),
        Setting.AtStart("analytics.enabled", static config => config.Analytics.Enabled, IsSwitchedOff),
        Setting.AtStart("analytics.db_path", static config => config.Analytics.DbPath),
        Setting.AtStart("analytics.retention_days", static config => config.Analytics.RetentionDays, static (from, to) => to < from),
        Setting.Live("analytics.hash_secrets", static config => config.Analytics.HashSecrets),
        Setting.Live("analytics.store_context", static config => config.Analytics.StoreContext),
        Setting.Live("dedup.conversation_ttl_minutes", static config => config.Dedup.ConversationTtl.TotalMinutes),
        Setting.Live("dedup.finding_ttl_minutes", static config => config.Dedup.FindingTtl.TotalMinutes),
        Setting.Live("dedup.max_conversations", static config => config.Dedup.MaxConversations),
        Setting.Live("dedup.max_hashes_per_conversation", static config => config.Dedup.MaxHashesPerConversation),
        Setting.Live("rules.auto_import", static config => config.Rules.AutoImport),
        Setting.Live("rules.rebuild_delay_seconds", static config => config.Rules.RebuildDelay),
        Setting.Live("notifications.cooldown_seconds", static config => config.Notifications.Cooldown),
        Setting.AtStart("audit.log_dir", static config => config.Audit.LogDir),
        Setting.Live("audit.retention_days", static config => config.Audit.RetentionDays, static (from, to) => to < from),
        Setting.Live("audit.max_size_mb", static config => config.Audit.MaxSizeMb),
        Setting.Live("audit.hash_chain", static config => config.Audit.HashChain, IsSwitchedOff),
        Setting.AtStart("dashboard.enabled", static config => config.Dashboard.Enabled),
        Setting.AtStart("dashboard.port", static config => config.Dashboard.Port),
        Setting.AtStart("dashboard.bind", static config => config.Dashboard.Bind, static (from, to) => IsLocal(from) && !IsLocal(to)),
        Setting.AtStart("dashboard.auth", static config => config.Dashboard.Auth == DashboardAuth.None ? "none" : "token", static (from, to) => from != to && to == "none"),
        Setting.AtStart("dashboard.password", static config => config.Dashboard.Password),
        Setting.AtStart("dashboard.viewer_password", static config => config.Dashboard.ViewerPassword),
        Setting.AtStart("dashboard.allowed_hosts", static config => $"[{string.Join(", ", config.Dashboard.AllowedHosts)}]"),
        Setting.AtStart("telemetry.otlp_endpoint", static config => config.Telemetry.OtlpEndpoint?.ToString()),
        Setting.AtStart("logging.log_dir", static config => config.Logging.LogDir),
        Setting.Live("logging.file_level", static config => config.Logging.FileLevel),
        Setting.AtStart("logging.max_size_mb", static config => config.Logging.MaxSizeMb),
        Setting.AtStart("logging.backup_count", static config => config.Logging.BackupCount),
    ];

    private static bool IsSwitchedOff(bool from, bool to) => from && !to;

    // An empty list of what is allowed allows all.
    private static bool IsEmptied(string from, string to) => from != "[]" && to == "[]";

    // Without an entry all are allowed.
    private static bool AllowsMore(ToolNames from, ToolNames to) => from.Names.Count > 0 && (to.Names.Count == 0 || !from.Names.IsSupersetOf(to.Names));

    private static bool IsOpened(FailMode from, FailMode to) => from == FailMode.Closed && to == FailMode.Open;

    private static bool IsLocal(string bind) => bind == "localhost" || (IPAddress.TryParse(bind, out var address) && IPAddress.IsLoopback(address));
}

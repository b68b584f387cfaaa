using System.Text.Json;
using LumenArgus.Dashboard.Api.Allowlists;
using LumenArgus.Dashboard.Api.Audit;
using LumenArgus.Dashboard.Api.Channels;
using LumenArgus.Dashboard.Api.Findings;
using LumenArgus.Dashboard.Api.Logs;
using LumenArgus.Dashboard.Api.Mcp;
using LumenArgus.Dashboard.Api.Pages;
using LumenArgus.Dashboard.Api.Pipeline;
using LumenArgus.Dashboard.Api.Plugins;
using LumenArgus.Dashboard.Api.Rules;
using LumenArgus.Dashboard.Api.Sessions;
using LumenArgus.Dashboard.Api.Settings;
using LumenArgus.Dashboard.Api.Stats;
using LumenArgus.Dashboard.Api.Tools;
using LumenArgus.Dashboard.Api.WebSockets;

namespace LumenArgus.Dashboard.Api.Description;

/// <summary>All endpoints of the API with their parameters. An endpoint that is not here cannot be mapped.</summary>
internal static class ApiCatalogue
{
    private static readonly string[] Filters =
    [
        "severity", "detector", "provider", "session_id", "api_key_hash", "account_id", "action", "finding_type", "rule", "client", "working_directory", "hostname", "username", "sdk_name",
        "runtime", "intercept_mode", "original_host", "origin", "verdict", "q", "since", "until", "days:n", "before:n",
    ];

    private static readonly Dictionary<string, EndpointDescription> ByKey = new(StringComparer.Ordinal)
    {
        ["GET /session"] = new("Who the caller is", typeof(SessionAnswer)),
        ["POST /session"] = new("Log in with a token or a password", typeof(SessionAnswer)) { Body = typeof(LoginRequest), Problems = [429] },
        ["DELETE /session"] = new("Log out", Answer: null) { Status = 204 },
        ["GET /status"] = new("How the product does", typeof(StatusAnswer)),
        ["GET /build"] = new("What runs here", typeof(BuildAnswer)),
        ["GET /findings"] = new("A page of findings, the newest first", typeof(FindingList)) { Query = ["limit:n", "offset:n", .. Filters] },
        ["GET /findings/facets"] = new("What findings can be filtered by", typeof(FacetLists)),
        ["GET /findings/by-project"] = new("Findings by project folder", typeof(ProjectList)) { Query = ["days:n"] },
        ["GET /findings/export"] = new("Findings as a file", Answer: null) { ContentType = "text/csv", Query = ["format", .. Filters], Problems = [409] },
        ["GET /findings/{id}"] = new("One finding", typeof(FindingView)) { Problems = [409] },
        ["GET /sessions"] = new("Conversations with findings", typeof(SessionList)) { Query = ["limit:n", "offset:n"] },
        ["GET /sessions/dashboard"] = new("Conversations with findings of the last 24 hours", typeof(SessionList)) { Query = ["limit:n"] },
        ["GET /sessions/{id}"] = new("A conversation and its turns", typeof(SessionDetail)) { Query = ["api_key_hash"] },
        ["GET /stats"] = new("Counts over all findings", typeof(StatsAnswer)) { Query = ["days:n"] },
        ["GET /stats/advanced"] = new("What the larger charts show", typeof(AdvancedStatsAnswer)) { Query = ["days:n"] },
        ["GET /audit"] = new("Lines of the audit log, the newest first", typeof(AuditList)) { Query = ["limit:n", "offset:n", "action", "provider", "search"] },
        ["GET /audit/export"] = new("Lines of the audit log as a file", Answer: null) { ContentType = "text/csv", Query = ["format", "action", "provider", "search"] },
        ["GET /logs/tail"] = new("The newest lines of the application log", typeof(LogLines)),
        ["GET /logs/download"] = new("The application log without what tells about machine and network", Answer: null) { ContentType = "text/plain" },
        ["GET /clients"] = new("The tools that are known", typeof(ClientList)),
        ["GET /first-run"] = new("How tools are pointed at the proxy", typeof(FirstRunAnswer)),
        ["GET /rules"] = new("A page of rules", typeof(RuleList)) { Query = ["limit:n", "offset:n", "search", "q", "detector", "tier", "severity", "enabled", "tag"] },
        ["POST /rules"] = new("Add a rule", typeof(RuleView)) { Body = typeof(RuleRequest), Status = 201, Problems = [409] },
        ["GET /rules/stats"] = new("How many rules there are", typeof(RuleStats)),
        ["GET /rules/titles"] = new("What rules call what they find", typeof(RuleTitles)),
        ["POST /rules/test"] = new("Try a pattern", typeof(RuleTestAnswer)) { Body = typeof(RuleTestRequest) },
        ["POST /rules/bulk-update"] = new("Change many rules", typeof(BulkUpdateAnswer)) { Body = typeof(BulkUpdateRequest), Problems = [409] },
        ["GET /rules/analysis"] = new("What the comparison of rules has found", Answer: null),
        ["POST /rules/analysis"] = new("Compare the rules", Answer: null) { Status = 202 },
        ["GET /rules/analysis/status"] = new("How a comparison goes", Answer: null) { Query = ["since:n"] },
        ["POST /rules/analysis/dismiss"] = new("Leave a pair of rules out", Answer: null),
        ["GET /rules/{name}"] = new("One rule", typeof(RuleView)),
        ["PUT /rules/{name}"] = new("Change a rule", typeof(RuleView)) { Body = typeof(RuleRequest), Problems = [409] },
        ["DELETE /rules/{name}"] = new("Delete a rule that was made here", typeof(DeletedAnswer)) { Problems = [409] },
        ["POST /rules/{name}/clone"] = new("Copy a rule", typeof(RuleView)) { Body = typeof(CloneRequest), Status = 201, Problems = [409] },
        ["GET /allowlists"] = new("What is known to be harmless", typeof(AllowlistGroups)),
        ["POST /allowlists"] = new("Add an entry", typeof(AllowlistView)) { Body = typeof(AllowlistRequest), Status = 201, Problems = [409] },
        ["POST /allowlists/test"] = new("Try an entry", typeof(AllowlistTestAnswer)) { Body = typeof(AllowlistTestRequest) },
        ["DELETE /allowlists/{id}"] = new("Delete an entry", typeof(DeletedAnswer)) { Problems = [409] },
        ["GET /config"] = new("The configuration in use", typeof(ConfigAnswer)),
        ["PUT /config"] = new("Change settings", typeof(ChangeAnswer)) { Body = typeof(Dictionary<string, JsonElement>), Problems = [409], CanBePartial = true },
        ["POST /reload"] = new("Read the configuration files again", typeof(ReloadAnswer)),
        ["POST /license"] = new("Save a licence key", typeof(LicenceAnswer)) { Body = typeof(LicenceRequest) },
        ["GET /pipeline"] = new("What requests and responses go through", typeof(PipelineAnswer)),
        ["PUT /pipeline"] = new("Change the pipeline", typeof(ChangeAnswer)) { Body = typeof(PipelineRequest), Problems = [409], CanBePartial = true },
        ["GET /notifications/types"] = new("Kinds of channels", typeof(ChannelTypes)),
        ["GET /notifications/channels"] = new("Channels for notifications", typeof(ChannelList)),
        ["POST /notifications/channels"] = new("Add a channel", typeof(ChannelView)) { Body = typeof(ChannelRequest), Status = 201, Problems = [409] },
        ["POST /notifications/channels/batch"] = new("Change many channels", typeof(BatchAnswer)) { Body = typeof(BatchRequest), Problems = [409] },
        ["GET /notifications/channels/{id}"] = new("One channel", typeof(ChannelView)),
        ["PUT /notifications/channels/{id}"] = new("Change a channel", typeof(ChannelView)) { Body = typeof(ChannelRequest), Problems = [409] },
        ["DELETE /notifications/channels/{id}"] = new("Delete a channel", typeof(DeletedAnswer)) { Problems = [409] },
        ["POST /notifications/channels/{id}/test"] = new("Send a notification by a channel", typeof(ChannelTestAnswer)) { Problems = [409] },
        ["GET /mcp/tools"] = new("Tools that may be called, and that may not", typeof(McpToolLists)),
        ["POST /mcp/tools"] = new("Put a tool on a list", typeof(McpToolEntry)) { Body = typeof(McpToolRequest), Status = 201, Problems = [409] },
        ["DELETE /mcp/tools/{id}"] = new("Take a tool off a list", typeof(DeletedAnswer)) { Problems = [409] },
        ["GET /mcp/detected-tools"] = new("Tools that were seen", typeof(DetectedToolList)),
        ["GET /mcp/tool-calls"] = new("Calls of tools", typeof(ToolCallList)) { Query = ["limit:n", "session_id"] },
        ["GET /mcp/baselines"] = new("What tools looked like when they were first seen", typeof(BaselineList)),
        ["GET /ws/connections"] = new("WebSocket connections", typeof(ConnectionList)) { Query = ["limit:n", "offset:n"] },
        ["GET /ws/stats"] = new("Counts over WebSocket connections", typeof(ConnectionStats)) { Query = ["days:n"] },
        ["GET /pages"] = new("Pages beside those of the web app itself", typeof(PageList)),
        ["GET /pages/{id}/fragment"] = new("A page that a plugin renders", Answer: null) { ContentType = "text/html", IsOfPlugin = true },
        ["GET /plugins/{id}/{**path}"] = new("Ask a plugin's own API", Answer: null) { IsOfPlugin = true },
        ["POST /plugins/{id}/{**path}"] = new("Have a plugin's own API do something", Answer: null) { IsOfPlugin = true },
        ["PUT /plugins/{id}/{**path}"] = new("Have a plugin's own API change something", Answer: null) { IsOfPlugin = true },
        ["DELETE /plugins/{id}/{**path}"] = new("Have a plugin's own API take something away", Answer: null) { IsOfPlugin = true },
        ["GET /plugins"] = new("All plugins", typeof(PluginList)),
        ["GET /live"] = new("What happens, while it happens (server-sent events)", Answer: null) { ContentType = "text/event-stream" },
    };

    public static EndpointDescription Of(string method, string pattern) => ByKey.GetValueOrDefault($"{method} {pattern}")
        ?? throw new InvalidOperationException($"{method} {pattern} is not in the catalogue of the API.");
}

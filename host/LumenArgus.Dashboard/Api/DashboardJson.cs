using System.Text.Json;
using System.Text.Json.Serialization;
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
using LumenArgus.Dashboard.Problems;

namespace LumenArgus.Dashboard.Api;

/// <summary>All that the API reads and writes.</summary>
// A member that is misspelt must not be taken for one that is missing.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AdvancedStatsAnswer))]
[JsonSerializable(typeof(AllowlistGroups))]
[JsonSerializable(typeof(AllowlistRequest))]
[JsonSerializable(typeof(AllowlistTestAnswer))]
[JsonSerializable(typeof(AllowlistTestRequest))]
[JsonSerializable(typeof(AuditList))]
[JsonSerializable(typeof(BaselineList))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(BuildAnswer))]
[JsonSerializable(typeof(BulkUpdateAnswer))]
[JsonSerializable(typeof(BulkUpdateRequest))]
[JsonSerializable(typeof(ChangeAnswer))]
[JsonSerializable(typeof(ChannelList))]
[JsonSerializable(typeof(ChannelRequest))]
[JsonSerializable(typeof(ChannelTestAnswer))]
[JsonSerializable(typeof(ChannelTypes))]
[JsonSerializable(typeof(ClientList))]
[JsonSerializable(typeof(CloneRequest))]
[JsonSerializable(typeof(ConfigAnswer))]
[JsonSerializable(typeof(ConnectionList))]
[JsonSerializable(typeof(ConnectionStats))]
[JsonSerializable(typeof(DeletedAnswer))]
[JsonSerializable(typeof(DetectedToolList))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(FacetLists))]
[JsonSerializable(typeof(FindingList))]
[JsonSerializable(typeof(FirstRunAnswer))]
[JsonSerializable(typeof(LicenceAnswer))]
[JsonSerializable(typeof(LicenceRequest))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(LogLines))]
[JsonSerializable(typeof(McpToolLists))]
[JsonSerializable(typeof(McpToolRequest))]
[JsonSerializable(typeof(PageList))]
[JsonSerializable(typeof(PipelineAnswer))]
[JsonSerializable(typeof(PipelineRequest))]
[JsonSerializable(typeof(PluginList))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ProjectList))]
[JsonSerializable(typeof(ReloadAnswer))]
[JsonSerializable(typeof(RuleAnalysisState))]
[JsonSerializable(typeof(RuleList))]
[JsonSerializable(typeof(RuleRequest))]
[JsonSerializable(typeof(RuleStats))]
[JsonSerializable(typeof(RuleTitles))]
[JsonSerializable(typeof(RuleTestAnswer))]
[JsonSerializable(typeof(RuleTestRequest))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(SessionDetail))]
[JsonSerializable(typeof(SessionList))]
[JsonSerializable(typeof(StatsAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(ToolCallList))]
internal sealed partial class DashboardJson : JsonSerializerContext;

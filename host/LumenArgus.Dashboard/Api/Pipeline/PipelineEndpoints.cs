using LumenArgus.Dashboard.Api.Settings;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Storage;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Mcp;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Pipeline;

/// <summary>The stages, their detectors and settings.</summary>
internal sealed class PipelineEndpoints(
    CurrentGeneration current, SettingChanges changes, StageTimes times, IFindingStore? findings = null, IMcpToolStore? tools = null) : IDashboardEndpoints
{
    private const string Stages = "pipeline.stages.";

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/pipeline", ShowAsync);
        api.Put("/pipeline", ChangeAsync);
    }

    private async Task<IResult> ShowAsync(HttpContext http)
    {
        var generation = SettingEndpoints.Running(current);
        var found = findings is null ? new FindingFacets() : await findings.FacetsAsync(http.RequestAborted);
        var counts = found.Detector.ToDictionary(static count => count.Name, static count => count.Count, StringComparer.Ordinal);
        var lists = tools is null ? [] : await tools.ListsAsync(http.RequestAborted);
        return Answer.Json(
            new PipelineAnswer(WireNames.Of(generation.Config.DefaultAction), ParallelBatching: false, [.. StagesOf(generation, counts, lists).Select(WithTimes)], times.Read()), DashboardJson.Default.PipelineAnswer);
    }

    private PipelineAnswer.Stage WithTimes(PipelineAnswer.Stage stage) =>
        times.Find(stage.Name) is { } time ? stage with { P50Us = time.P50Us, P99Us = time.P99Us } : stage;

    private static IEnumerable<PipelineAnswer.Stage> StagesOf(Generation generation, Dictionary<string, long> counts, IReadOnlyList<McpToolListEntry> lists)
    {
        var pipeline = generation.Config.Pipeline;
        var decoding = pipeline.Decoding;
        var detectors = KnownDetectors.Of(generation).Select(name => Detector(name, generation.Config, counts)).ToList();
        yield return new PipelineAnswer.Stage("outbound_dlp", "Outbound DLP", "Looks for secrets, personal data and confidential text in what tools send.", "request", pipeline.OutboundDlp)
        {
            FindingCount = detectors.Sum(static detector => detector.FindingCount),
            SubDetectors = detectors,
        };
        yield return new PipelineAnswer.Stage("encoding_decode", "Encoding decode", "Looks into what is encoded, split or disguised.", "request", decoding.Enabled)
        {
            EncodingSettings = new PipelineAnswer.EncodingSettings(
                decoding.Base64, decoding.Hex, decoding.Url, decoding.Unicode, decoding.MaxDepth, decoding.MinDecodedLength, decoding.MaxDecodedLength),
        };
        yield return new PipelineAnswer.Stage(
            "history_strip", "History strip", "Leaves out of a conversation's history what would block it, so that the conversation can go on.", "request", pipeline.HistoryStrip);
        yield return new PipelineAnswer.Stage("response_secrets", "Response secrets", "Looks for secrets in what providers answer.", "response", pipeline.ResponseSecrets);
        yield return new PipelineAnswer.Stage(
            "response_injection", "Response injection", "Looks in answers for texts that give orders to a model.", "response", pipeline.ResponseInjection);
        yield return new PipelineAnswer.Stage("mcp_arguments", "MCP arguments", "Looks at what is handed to MCP tools.", "protocol", pipeline.McpArguments)
        {
            McpTools = new PipelineAnswer.McpToolCounts(
                generation.Config.Mcp.AllowedTools.Names.Count + lists.Count(static entry => entry.ListType == "allowed"),
                generation.Config.Mcp.BlockedTools.Names.Count + lists.Count(static entry => entry.ListType == "blocked")),
        };
        yield return new PipelineAnswer.Stage("mcp_responses", "MCP responses", "Looks at what MCP tools hand back.", "protocol", pipeline.McpResponses);
        yield return new PipelineAnswer.Stage(
            "websocket_outbound", "WebSocket outbound", "Relays WebSockets and looks at what tools send by them.", "protocol", pipeline.WebSocketOutbound);
        yield return new PipelineAnswer.Stage(
            "websocket_inbound", "WebSocket inbound", "Looks at what servers send by WebSocket.", "protocol", pipeline.WebSocketInbound);
    }

    private static PipelineAnswer.SubDetector Detector(string name, LumenArgusConfig config, Dictionary<string, long> counts)
    {
        var detector = config.Detector(name);
        return new PipelineAnswer.SubDetector(
            name, char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' '), detector.Enabled, detector.Action is { } action ? WireNames.Of(action) : "default", counts.GetValueOrDefault(name));
    }

    private async Task<IResult> ChangeAsync(HttpContext http)
    {
        var request = await Body.ReadAsync(http, DashboardJson.Default.PipelineRequest);
        var values = Values(request).ToList();
        if (values.Count == 0 && request.ParallelBatching is null)
        {
            throw ProblemException.BadRequest("nothing_to_change", "Send what of the pipeline shall change.");
        }

        return SettingEndpoints.Result(await changes.ApplyAsync(values, http.RequestAborted));
    }

    private static IEnumerable<KeyValuePair<string, string?>> Values(PipelineRequest request)
    {
        if (request.DefaultAction is { } action)
        {
            yield return new("default_action", action);
        }

        // It is always off: that it stays so is no change.
        if (request.ParallelBatching == true)
        {
            yield return new("pipeline.parallel_batching", Text(true));
        }

        foreach (var (name, stage) in request.Stages ?? new Dictionary<string, PipelineRequest.StageChange?>())
        {
            if (stage?.Enabled is { } enabled)
            {
                yield return new($"{Stages}{name}.enabled", Text(enabled));
            }
        }

        foreach (var (name, value) in request.EncodingSettings ?? new Dictionary<string, System.Text.Json.JsonElement>())
        {
            yield return new($"{Stages}encoding_decode.{name}", ScalarText.Of(value));
        }

        foreach (var (name, detector) in request.Detectors ?? new Dictionary<string, PipelineRequest.DetectorChange?>())
        {
            if (detector?.Enabled is { } enabled)
            {
                yield return new($"detectors.{name}.enabled", Text(enabled));
            }

            if (detector?.Action is { } own)
            {
                yield return new($"detectors.{name}.action", own is "default" or "" ? null : own);
            }
        }
    }

    private static string Text(bool value) => value ? "true" : "false";
}

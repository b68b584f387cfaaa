using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class PipelineSection
{
    private static readonly (string Name, bool IsBuffered)[] Modes = [("async", false), ("buffered", true)];

    public static PipelineConfig Read(SectionReader section)
    {
        var stages = section.Section("stages");
        var outbound = stages.Section("outbound_dlp");
        var strip = stages.Section("history_strip");
        var pipeline = new PipelineConfig
        {
            OutboundDlp = outbound.Boolean("enabled", fallback: true),
            HistoryStrip = strip.Boolean("enabled", fallback: true),
            WebSocketOutbound = ReadWebSocket(stages.Section("websocket_outbound")),
            WebSocketInbound = ReadWebSocket(stages.Section("websocket_inbound")),
            Decoding = DecodingSection.Read(stages.Section("encoding_decode")),
            ResponseSecrets = ReadResponseStage(stages.Section("response_secrets")),
            ResponseInjection = ReadResponseStage(stages.Section("response_injection")),
            McpArguments = ReadMcpStage(stages.Section("mcp_arguments")),
            McpResponses = ReadMcpStage(stages.Section("mcp_responses")),
            ResponseMaxSize = (int)section.Integer("response_max_size", 1024 * 1024, 1024, 64 * 1024 * 1024),
        };
        if (!pipeline.OutboundDlp)
        {
            outbound.Warn("enabled", pipeline.McpArguments
                ? "is false: requests are forwarded without being scanned, but for calls of MCP tools (mcp_arguments)"
                : "is false: requests are forwarded without being scanned");
        }

        outbound.NotSupportedYet("action", "mode");
        outbound.Finish();
        strip.Finish();
        stages.Finish();
        section.NotSupportedYet("parallel_batching");
        section.Finish();
        return pipeline;
    }

    private static bool ReadMcpStage(SectionReader stage)
    {
        var isEnabled = stage.Boolean("enabled", fallback: true);
        stage.NotSupportedYet("action", "mode");
        stage.Finish();
        return isEnabled;
    }

    private static bool ReadResponseStage(SectionReader stage)
    {
        var isEnabled = stage.Boolean("enabled", fallback: false);
        var isBuffered = stage.Choice("mode", fallback: false, Modes);
        if (isEnabled && isBuffered)
        {
            stage.Warn("mode", "is buffered: that takes a plugin with the hook response_scan, which then holds responses whatever stands here");
        }

        stage.NotSupportedYet("action");
        stage.Finish();
        return isEnabled;
    }

    private static bool ReadWebSocket(SectionReader stage)
    {
        var enabled = stage.Boolean("enabled", fallback: false);
        stage.NotSupportedYet("action", "mode");
        stage.Finish();
        return enabled;
    }
}

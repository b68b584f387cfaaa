using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class PipelineSection
{
    private static readonly string[] LaterStages =
        ["mcp_arguments", "mcp_responses", "response_secrets", "response_injection", "websocket_outbound", "websocket_inbound"];

    public static PipelineConfig Read(SectionReader section)
    {
        var stages = section.Section("stages");
        var outbound = stages.Section("outbound_dlp");
        var strip = stages.Section("history_strip");
        var pipeline = new PipelineConfig
        {
            OutboundDlp = outbound.Boolean("enabled", fallback: true),
            HistoryStrip = strip.Boolean("enabled", fallback: true),
            Decoding = DecodingSection.Read(stages.Section("encoding_decode")),
        };
        if (!pipeline.OutboundDlp)
        {
            outbound.Warn("enabled", "is false: requests are forwarded without being scanned");
        }

        outbound.NotSupportedYet("action", "mode");
        outbound.Finish();
        strip.Finish();
        foreach (var name in LaterStages)
        {
            var stage = stages.Section(name);
            if (stage.Boolean("enabled", fallback: false))
            {
                stage.Warn("enabled", "is true, but this version does not have the stage yet");
            }
        }

        stages.Finish();
        section.NotSupportedYet("response_max_size", "parallel_batching");
        section.Finish();
        return pipeline;
    }
}

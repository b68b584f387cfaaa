using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>pipeline</c>.</summary>
public sealed record PipelineConfig
{
    /// <summary><c>stages.outbound_dlp.enabled</c>: whether requests are scanned at all.</summary>
    /// <value>Default true.</value>
    public bool OutboundDlp { get; init; } = true;

    /// <summary><c>stages.history_strip.enabled</c>: whether a request goes on without the parts of its history that would block it.</summary>
    /// <value>Default true.</value>
    public bool HistoryStrip { get; init; } = true;

    /// <summary><c>stages.encoding_decode</c>: which encodings are undone before the rules look.</summary>
    public DecodeOptions Decoding { get; init; } = new();
}

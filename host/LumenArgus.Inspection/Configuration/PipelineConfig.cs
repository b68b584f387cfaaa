using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>pipeline</c>.</summary>
public sealed record PipelineConfig
{
    /// <summary><c>stages.outbound_dlp.enabled</c>: whether requests are scanned at all.</summary>
    /// <value>Default true.</value>
    public bool OutboundDlp { get; init; } = true;

    /// <summary><c>stages.encoding_decode</c> and <c>encoding_decode</c>: what is decoded before it is scanned.</summary>
    public DecodeOptions Decoding { get; init; } = new();
}

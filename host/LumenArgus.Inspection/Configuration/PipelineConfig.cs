namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>pipeline</c>.</summary>
public sealed record PipelineConfig
{
    /// <summary><c>stages.outbound_dlp.enabled</c>: whether requests are scanned at all.</summary>
    /// <value>Default true.</value>
    public bool OutboundDlp { get; init; } = true;
}

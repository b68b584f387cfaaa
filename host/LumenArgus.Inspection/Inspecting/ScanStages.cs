namespace LumenArgus.Inspection.Inspecting;

/// <summary>Names of the stages of a scan, in timings and metrics.</summary>
public static class ScanStages
{
    /// <summary>Content codings undone, then the body read into texts.</summary>
    public const string Extraction = "extraction";

    /// <summary>The body compared with what is remembered of its conversation.</summary>
    public const string Fingerprint = "fingerprint";

    /// <summary>Encoded texts decoded, disguised ones normalised, split ones joined.</summary>
    public const string EncodingDecode = "encoding_decode";

    /// <summary>Rules and detectors.</summary>
    public const string OutboundDlp = "outbound_dlp";

    /// <summary>The decision.</summary>
    public const string Policy = "policy";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [Extraction, Fingerprint, EncodingDecode, OutboundDlp, Policy];
}

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Names of the stages in timings and metrics.</summary>
internal static class Stages
{
    public const string Extraction = "extraction";
    public const string EncodingDecode = "encoding_decode";
    public const string OutboundDlp = "outbound_dlp";
    public const string Policy = "policy";
}

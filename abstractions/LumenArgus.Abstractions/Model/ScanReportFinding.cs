namespace LumenArgus.Abstractions.Model;

/// <summary>A finding without what was matched.</summary>
/// <param name="Detector">Name of the detector.</param>
/// <param name="Type">Type of the finding.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Location">Where, as a path into the text.</param>
/// <param name="Preview">The matched text, masked.</param>
/// <param name="Span">The bytes of the text it covers; null where it has no place of its own.</param>
public sealed record ScanReportFinding(string Detector, string Type, Severity Severity, string Location, string Preview, ByteSpan? Span);

namespace LumenArgus.Abstractions.Model;

/// <summary>A match reported by a detector that works on its own copy of the text.</summary>
/// <param name="FieldIndex">Index of the field in the batch.</param>
/// <param name="Start">First UTF-16 character of the match in the field's text.</param>
/// <param name="Length">Number of UTF-16 characters, at least 1.</param>
/// <param name="Type">What was found, lower case with underscores.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record DetectorHit(int FieldIndex, int Start, int Length, string Type, Severity Severity);

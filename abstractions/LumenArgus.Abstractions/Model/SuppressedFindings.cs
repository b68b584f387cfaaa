namespace LumenArgus.Abstractions.Model;

/// <summary>Findings that somebody was not told of, because he had been told of the same kind shortly before.</summary>
/// <param name="Detector">The detector.</param>
/// <param name="Type">What was found.</param>
/// <param name="Count">How many there were since the last message.</param>
public sealed record SuppressedFindings(string Detector, string Type, long Count);

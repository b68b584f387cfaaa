namespace LumenArgus.Scanning.Edits;

/// <summary>An edited body, or the reason why nothing was edited.</summary>
/// <param name="Body">The new body; null if refused.</param>
/// <param name="Refusal">Why; null if edited.</param>
/// <param name="Detail">The refusal in words, without text of the body.</param>
public sealed record SpanEditResult(byte[]? Body, EditRefusal? Refusal, string? Detail);

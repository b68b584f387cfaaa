namespace LumenArgus.Abstractions.Model;

/// <summary>A replacement inside one JSON string, or inside a text body. The host escapes the text and refuses edits that leave the string.</summary>
/// <param name="Span">The bytes to replace, as given by <see cref="Finding.Span"/>.</param>
/// <param name="Replacement">The new text, unescaped.</param>
public sealed record SpanEdit(ByteSpan Span, string Replacement);

using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>A string of an event that may be rewritten.</summary>
/// <param name="Start">First byte between its quotes, in the event's data.</param>
/// <param name="Length">Bytes between its quotes.</param>
/// <param name="Place">Which text it belongs to.</param>
/// <param name="Owner">Whose end is the end of that text; 0 is the response.</param>
/// <param name="Kind">What the text is.</param>
/// <param name="IsPart">Whether the text goes on with other events; else it is whole.</param>
internal readonly record struct TextPiece(int Start, int Length, ulong Place, ulong Owner, ResponseTextKind Kind, bool IsPart);

namespace LumenArgus.Abstractions.Model;

/// <summary>A part of a text of a response, as <see cref="Plugin.IResponseRewriter"/> gets it.</summary>
/// <param name="Block">Which text of the response: parts with the same number follow each other.</param>
/// <param name="Kind">What the text is.</param>
/// <param name="Text">The part, unescaped. A character beyond the basic plane may be cut in two between parts.</param>
/// <param name="IsEnd">Whether the text ends with it: then nothing can be held back.</param>
public sealed record ResponseText(long Block, ResponseTextKind Kind, string Text, bool IsEnd);

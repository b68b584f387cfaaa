namespace LumenArgus.Abstractions.Model;

/// <summary>A part of a text of a response, as <see cref="Plugin.IResponseRewriter"/> gets it.</summary>
/// <param name="Block">Which text of the response: parts with the same number follow each other.</param>
/// <param name="Kind">What the text is.</param>
/// <param name="Text">The part, unescaped. A character beyond the basic plane may be cut in two between parts.</param>
/// <param name="IsEnd">Whether the text ends with it: then nothing can be held back.</param>
public sealed record ResponseText(long Block, ResponseTextKind Kind, string Text, bool IsEnd)
{
    /// <summary>The text is not shown: it may hold what nobody should see.</summary>
    /// <returns>How much there is of which text.</returns>
    public override string ToString() => $"{Text.Length} characters of text {Block}";
}

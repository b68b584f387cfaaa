using System.Text;

namespace LumenArgus.Plugins.Redaction;

/// <summary>Notices placeholders that stand for nothing in this conversation: they stay as they are, and somebody should know.</summary>
internal sealed class UnknownPlaceholders(Func<string, bool> isOwn)
{
    private const int ShortestWord = 14;
    private const int LongestWord = 192;

    private readonly Dictionary<long, StringBuilder> _words = [];

    /// <summary>Looks at the next part of a text.</summary>
    /// <param name="block">Which text.</param>
    /// <param name="text">The part; without placeholders that are known.</param>
    /// <param name="ends">Whether a word ends with it.</param>
    /// <returns>Whether a word that ended is one of them.</returns>
    public bool Look(long block, ReadOnlySpan<char> text, bool ends)
    {
        var found = false;
        while (!text.IsEmpty)
        {
            var length = WordLength(text);
            Add(block, text[..length]);
            text = text[length..];
            if (!text.IsEmpty)
            {
                found |= End(block);
                text = text[1..];
            }
        }

        return (ends && End(block)) || found;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '-' or '_' or '.' or '@'))
        {
            length++;
        }

        return length;
    }

    // Of a longer word enough is kept to see that it is longer.
    private void Add(long block, ReadOnlySpan<char> part)
    {
        if (part.IsEmpty)
        {
            return;
        }

        if (!_words.TryGetValue(block, out var word))
        {
            _words.Add(block, word = new StringBuilder());
        }

        word.Append(part[..Math.Min(part.Length, LongestWord + 1 - word.Length)]);
    }

    private bool End(long block) =>
        _words.Remove(block, out var word) && word.Length is >= ShortestWord and <= LongestWord && isOwn(word.ToString().TrimEnd('.'));
}

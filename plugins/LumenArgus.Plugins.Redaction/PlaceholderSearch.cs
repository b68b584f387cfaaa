using System.Buffers;

namespace LumenArgus.Plugins.Redaction;

/// <summary>Finds placeholders in a text that comes in parts: at each place the longest that fits.</summary>
internal sealed class PlaceholderSearch
{
    private readonly string[] _placeholders;
    private readonly string[] _values;
    private readonly SearchValues<char> _firsts;

    /// <param name="replaced">Placeholders, none of them empty, with what they stand for.</param>
    public PlaceholderSearch(IReadOnlyCollection<KeyValuePair<string, string>> replaced)
    {
        var ordered = replaced.OrderBy(static pair => pair.Key, StringComparer.Ordinal).ToArray();
        _placeholders = [.. ordered.Select(static pair => pair.Key)];
        _values = [.. ordered.Select(static pair => pair.Value)];
        _firsts = SearchValues.Create([.. _placeholders.Select(static placeholder => placeholder[0]).Distinct()]);
    }

    /// <summary>The next place in a text where one begins, or may begin.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isEnd">Whether nothing follows it.</param>
    /// <param name="start">Where it begins; the text's length if there is none.</param>
    /// <param name="length">Its length; 0 if the text ends before that is known.</param>
    /// <returns>What it stands for; null without one.</returns>
    public string? Next(ReadOnlySpan<char> text, bool isEnd, out int start, out int length)
    {
        length = 0;
        for (start = 0; start < text.Length; start++)
        {
            var candidate = text[start..].IndexOfAny(_firsts);
            if (candidate < 0)
            {
                break;
            }

            start += candidate;
            var found = LongestAt(text[start..], out var isOpen);
            if (isOpen && !isEnd)
            {
                return null;
            }

            if (found >= 0)
            {
                length = _placeholders[found].Length;
                return _values[found];
            }
        }

        start = text.Length;
        return null;
    }

    // Those that begin like the text are neighbours in the order, and become fewer with each character.
    private int LongestAt(ReadOnlySpan<char> text, out bool isOpen)
    {
        var (low, high, longest) = (0, _placeholders.Length, -1);
        isOpen = false;
        for (var depth = 0; low < high; depth++)
        {
            if (_placeholders[low].Length == depth)
            {
                longest = low++;
                if (low == high)
                {
                    return longest;
                }
            }

            if (depth == text.Length)
            {
                isOpen = true;
                return longest;
            }

            (low, high) = (FirstAtLeast(low, high, depth, text[depth]), FirstAtLeast(low, high, depth, text[depth] + 1));
        }

        return longest;
    }

    private int FirstAtLeast(int low, int high, int depth, int character)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_placeholders[middle][depth] < character)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

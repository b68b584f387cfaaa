namespace LumenArgus.Scanning.Allowlists;

/// <summary>
/// A pattern for a whole value: <c>*</c> stands for any characters, <c>?</c> for one, all else for itself, upper and lower case differ. The parts
/// between the stars are looked for from left to right and never again, so the cost grows linearly with the value.
/// </summary>
internal sealed class ValueGlob
{
    private const char Any = '*';
    private const char One = '?';

    private readonly string[] _parts;

    public ValueGlob(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        _parts = pattern.Split(Any);
    }

    /// <summary>Whether the text is a pattern and not just a value.</summary>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny(Any, One);

    /// <summary>Whether nothing at all would be left: only stars, or stars and a few characters of any kind.</summary>
    public static bool MatchesEverything(string pattern) => pattern.Contains(Any, StringComparison.Ordinal) && pattern.AsSpan().IndexOfAnyExcept(Any, One) < 0;

    public bool IsMatch(ReadOnlySpan<char> value)
    {
        var first = _parts[0];
        if (_parts.Length == 1)
        {
            return value.Length == first.Length && IsAt(value, first);
        }

        var last = _parts[^1];
        if (value.Length < first.Length + last.Length || !IsAt(value, first) || !IsAt(value[^last.Length..], last))
        {
            return false;
        }

        // The earliest place of each part leaves the most room for the next.
        var rest = value[first.Length..^last.Length];
        foreach (var part in _parts.AsSpan(1, _parts.Length - 2))
        {
            var found = Find(rest, part);
            if (found < 0)
            {
                return false;
            }

            rest = rest[(found + part.Length)..];
        }

        return true;
    }

    private static int Find(ReadOnlySpan<char> text, string part)
    {
        if (!part.Contains(One, StringComparison.Ordinal))
        {
            return text.IndexOf(part, StringComparison.Ordinal);
        }

        for (var start = 0; start <= text.Length - part.Length; start++)
        {
            if (IsAt(text[start..], part))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool IsAt(ReadOnlySpan<char> text, string part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != text[i] && part[i] != One)
            {
                return false;
            }
        }

        return true;
    }
}

namespace LumenArgus.Scanning.Findings;

/// <summary>The masked form of a value: at most the first four characters, at most a quarter of it, then <c>****</c>.</summary>
public static class Preview
{
    private const int MaxChars = 4;
    private const string Mask = "****";

    /// <summary>Masks a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A text that may be shown and stored.</returns>
    public static string Of(ReadOnlySpan<char> value)
    {
        var shown = Math.Min(MaxChars, value.Length / 4);
        if (shown > 0 && char.IsHighSurrogate(value[shown - 1]))
        {
            shown--;
        }

        // A preview is printed on terminals: control characters must not reach them.
        Span<char> safe = stackalloc char[shown];
        for (var i = 0; i < shown; i++)
        {
            safe[i] = char.IsControl(value[i]) ? '?' : value[i];
        }

        return string.Concat(safe, Mask);
    }
}

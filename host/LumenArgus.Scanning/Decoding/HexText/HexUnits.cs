namespace LumenArgus.Scanning.Decoding.HexText;

/// <summary>The grammar of hex: two digits a byte, with the same kind of delimiter wherever there is one (<c>41:4B</c>, <c>414B 494F</c>, <c>0x41, 0x4B</c>).</summary>
internal static class HexUnits
{
    public const int Prefix = 2;

    private const int MaxBlank = 32;

    /// <summary>Whether two digits stand here.</summary>
    public static bool IsPair(ReadOnlySpan<byte> text, int position) =>
        position + 1 < text.Length && char.IsAsciiHexDigit((char)text[position]) && char.IsAsciiHexDigit((char)text[position + 1]);

    /// <summary>The next two digits, directly or behind a delimiter; -1 if there are none.</summary>
    public static int NextPair(ReadOnlySpan<byte> text, int position)
    {
        if (IsPair(text, position))
        {
            return position;
        }

        var next = position;
        if (next < text.Length && text[next] is (byte)':' or (byte)'-' or (byte)',' or (byte)';')
        {
            next++;
        }

        var limit = Math.Min(text.Length, next + MaxBlank);
        while (next < limit && text[next] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            next++;
        }

        next += IsPrefix(text, next) ? Prefix : 0;
        return next > position && IsPair(text, next) ? next : -1;
    }

    /// <summary>Whether <c>0x</c> stands here.</summary>
    public static bool IsPrefix(ReadOnlySpan<byte> text, int position) =>
        position + 1 < text.Length && text[position] == '0' && (text[position + 1] | 0x20) == 'x';

    /// <summary>The two digits that became a byte, with the prefix of their own if they have one.</summary>
    public static (int Start, int End) At(ReadOnlySpan<byte> run, int position, int offset)
    {
        for (var i = 0; i < offset && NextPair(run, position) is var pair and >= 0; i++)
        {
            position = pair + 2;
        }

        var start = Math.Max(position, NextPair(run, position));
        var end = Math.Min(run.Length, start + 2);
        return (start >= Prefix && IsPrefix(run, start - Prefix) ? start - Prefix : start, end);
    }
}

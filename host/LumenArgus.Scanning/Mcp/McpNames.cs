namespace LumenArgus.Scanning.Mcp;

/// <summary>
/// Names of members as servers read them. Some servers take a name in any case, and with the letters that Unicode folds to s and k; a name that only one of them
/// would read counts.
/// </summary>
internal static class McpNames
{
    /// <summary>Compares a name.</summary>
    /// <param name="name">The name in the body, escapes undone.</param>
    /// <param name="expected">The name that is meant, in lower case.</param>
    public static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected)
    {
        if (name.Length < expected.Length)
        {
            return false;
        }

        var position = 0;
        foreach (var letter in expected)
        {
            var rest = name[position..];
            var length = rest.IsEmpty ? 0
                : (rest[0] | 0x20) == letter ? 1
                : letter == 's' && rest.StartsWith("\u017F"u8) ? 2
                : letter == 'k' && rest.StartsWith("\u212A"u8) ? 3
                : 0;
            if (length == 0)
            {
                return false;
            }

            position += length;
        }

        return position == name.Length;
    }
}

namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>Lists whose strings code joins with nothing between them: <c>["a", "b"].join("")</c>, <c>"".join(["a", "b"])</c>.</summary>
internal static class JoinedLists
{
    private const int MaxLength = 512;

    /// <summary>Finds the start of the list that ends with a bracket.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">The closing bracket.</param>
    /// <param name="start">The opening one.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, int end, out int start)
    {
        start = 0;
        var behind = text[(end + 1)..];
        var isJoined = behind.StartsWith(".join(\"\")"u8) || behind.StartsWith(".join('')"u8);
        if (!isJoined && !behind.StartsWith(")"u8))
        {
            return false;
        }

        var from = Math.Max(0, end - MaxLength);
        start = from + text[from..end].LastIndexOf((byte)'[');
        var before = text[..Math.Max(0, start)];
        return start >= from && (isJoined || before.EndsWith("\"\".join("u8) || before.EndsWith("''.join("u8));
    }

    /// <summary>Writes the strings of a list.</summary>
    /// <returns>Whether there is more than one.</returns>
    public static bool Write(ViewWriter writer, int source, ReadOnlySpan<byte> text, int start, int end)
    {
        writer.Begin();
        while (text[start..end].IndexOfAny((byte)'"', (byte)'\'') is var quote and >= 0)
        {
            start += quote + 1;
            var length = text[start..end].IndexOf(text[start - 1]);
            if (length < 0)
            {
                break;
            }

            if (length > 0)
            {
                writer.AddPiece(PieceKind.Copy, source, start);
                writer.Append(text.Slice(start, length));
            }

            start += length + 1;
        }

        return writer.PieceCount > 1;
    }
}

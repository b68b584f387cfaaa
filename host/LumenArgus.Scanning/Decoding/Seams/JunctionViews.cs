namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>Writes a neighbourhood without its junctions.</summary>
internal static class JunctionViews
{
    public static bool Write(ViewWriter writer, int source, ReadOnlySpan<byte> text, int from, int to)
    {
        writer.Begin();
        var plain = from;
        var position = from;
        var isJoined = false;
        while (position < to && Junctions.IndexOfNext(text[position..to]) is var next and >= 0)
        {
            position += next;
            if (!Junctions.TryRead(text, position, out var end))
            {
                position++;
                continue;
            }

            // An escaped quote: the backslash goes with it.
            var start = position > plain && text[position] != '\\' && text[position - 1] == '\\' ? position - 1 : position;
            Append(writer, source, text, plain, start);
            isJoined |= writer.Length > 0;
            position = plain = end;
        }

        Append(writer, source, text, plain, to);
        return isJoined;
    }

    private static void Append(ViewWriter writer, int source, ReadOnlySpan<byte> text, int from, int to)
    {
        if (to > from)
        {
            writer.AddPiece(PieceKind.Copy, source, from);
            writer.Append(text[from..to]);
        }
    }
}

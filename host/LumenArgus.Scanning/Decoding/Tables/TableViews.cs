namespace LumenArgus.Scanning.Decoding.Tables;

/// <summary>
/// Writes the cells of a table with the name of their column: a rule that knows a name does not see what stands a line or a hundred lines below it. Cells that can
/// be no credential are left out.
/// </summary>
internal static class TableViews
{
    private const int ShortestValue = 8;
    private const int LongestValue = 512;
    private const int LongestName = 64;

    // A longer line is no row, and ends the table.
    private const int MostBytesPerRow = 4096;

    /// <returns>Where the table ends, and whether anything was written.</returns>
    public static (int End, bool HasCells) Write(ViewWriter writer, int source, ReadOnlySpan<byte> text, in TableHead head, int room)
    {
        var columns = new TableColumns(in head, stackalloc Range[TableColumns.Most]);
        Span<Range> names = stackalloc Range[TableColumns.Most];
        Span<Range> cells = stackalloc Range[TableColumns.Most];
        var known = columns.Split(head.Line, names);
        var start = head.Rows;
        writer.Begin();
        while (start < text.Length && writer.Length < room)
        {
            var line = TableHead.LineAt(text, start);
            if (line.Length > MostBytesPerRow || (head.Delimiter == 0 ? line.IsEmpty || line[0] <= ' ' : !line.Contains(head.Delimiter)))
            {
                break;
            }

            var count = Math.Min(known, columns.Split(line, cells));
            for (var i = 0; i < count; i++)
            {
                Append(writer, source, head.Line[names[i]], head.Start + names[i].Start.Value, line[cells[i]], start + cells[i].Start.Value);
            }

            start += line.Length + 1;
        }

        return (Math.Min(start, text.Length), writer.Length > 0);
    }

    /// <summary>Writes a cell with its name.</summary>
    public static void Append(ViewWriter writer, int source, ReadOnlySpan<byte> name, int nameStart, ReadOnlySpan<byte> value, int valueStart)
    {
        if (name.Length is 0 or > LongestName || value.Length is < ShortestValue or > LongestValue || !IsToken(value))
        {
            return;
        }

        writer.AddPiece(PieceKind.Copy, source, nameStart);
        writer.Append(name);
        writer.AddPiece(PieceKind.Gap, source, valueStart);
        writer.Append(": "u8);
        writer.AddPiece(PieceKind.Copy, source, valueStart);
        writer.Append(value);
        writer.AddPiece(PieceKind.Gap, source, valueStart);
        writer.Append("\n"u8);
    }

    // No sentence, number or word of small letters.
    private static bool IsToken(ReadOnlySpan<byte> value) =>
        value.IndexOfAnyInRange((byte)0, (byte)' ') < 0 && value.ContainsAnyExceptInRange((byte)'a', (byte)'z')
        && (value.ContainsAnyInRange((byte)'a', (byte)'z') || value.ContainsAnyInRange((byte)'A', (byte)'Z'));
}

namespace LumenArgus.Scanning.Decoding.Tables;

/// <summary>Divides the lines of a table into cells.</summary>
internal ref struct TableColumns
{
    public const int Most = 48;

    private readonly byte _delimiter;
    private readonly Span<Range> _columns;
    private readonly int _count;

    /// <param name="head">What the lines are divided by.</param>
    /// <param name="columns">Room for columns that are as wide as the dashes below their names.</param>
    public TableColumns(in TableHead head, Span<Range> columns)
    {
        _delimiter = head.Delimiter;
        _columns = columns;
        var position = 0;
        while (_delimiter == 0 && _count < columns.Length && head.Rule[position..].IndexOf((byte)'-') is var start and >= 0)
        {
            position += start;
            var width = head.Rule[position..].IndexOfAnyExcept((byte)'-');
            var end = width < 0 ? head.Rule.Length : position + width;
            columns[_count++] = position..end;
            position = end;
        }
    }

    /// <summary>The cells of a line, without blanks and quotes around them; an empty one where there is nothing.</summary>
    /// <returns>How many there are.</returns>
    public readonly int Split(ReadOnlySpan<byte> line, Span<Range> cells)
    {
        var count = 0;
        if (_delimiter == 0)
        {
            for (; count < _count; count++)
            {
                // What is wider than its dashes goes on to a blank; the last column to the end.
                var start = Math.Min(line.Length, _columns[count].Start.Value);
                var end = count + 1 < _count ? Math.Min(line.Length, _columns[count + 1].Start.Value) : line.Length;
                cells[count] = Trim(line, start, end);
            }

            return count;
        }

        var cell = 0;
        var isQuoted = false;
        for (var i = 0; i <= line.Length && count < cells.Length; i++)
        {
            if (i == line.Length || (line[i] == _delimiter && !isQuoted))
            {
                cells[count++] = Trim(line, cell, i);
                cell = i + 1;
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
        }

        return count;
    }

    private static Range Trim(ReadOnlySpan<byte> line, int start, int end)
    {
        while (start < end && IsAround(line[start]))
        {
            start++;
        }

        while (end > start && IsAround(line[end - 1]))
        {
            end--;
        }

        return start..end;
    }

    private static bool IsAround(byte value) => value is <= (byte)' ' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'*';
}

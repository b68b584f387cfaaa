using System.Buffers;

namespace LumenArgus.Scanning.Fields;

/// <summary>Reads one JSON string: its end, and its text if that differs from its bytes.</summary>
internal struct StringReader(FieldTable table)
{
    private const int CheckpointDistance = 1024;

    private static readonly SearchValues<byte> QuoteOrBackslash = SearchValues.Create("\"\\"u8);

    /// <summary>Reads the string whose first byte behind the quote is at <paramref name="start"/>.</summary>
    /// <returns>The offset of the closing quote, or -1 if there is none.</returns>
    public int Read(int start, out int unescaped)
    {
        unescaped = -1;
        var rest = table.Body.Span[start..];
        var stop = rest.IndexOfAny(QuoteOrBackslash);
        return stop < 0 ? -1 : rest[stop] == '"' ? start + stop : ReadEscaped(start, stop, out unescaped);
    }

    private int ReadEscaped(int start, int firstEscape, out int unescaped)
    {
        unescaped = -1;
        var raw = table.Body.Span[start..];
        if (table.Side.Length == 0)
        {
            // No text is longer than its escaped form, so what is left of the body is room enough for all strings to come.
            table.RentSide(raw.Length);
        }

        var side = table.Side.AsSpan(table.SideUsed);
        var firstCheckpoint = table.Checkpoints.Count;
        var nextCheckpoint = CheckpointDistance;
        var position = 0;
        var length = 0;
        var stop = firstEscape;
        while (true)
        {
            raw.Slice(position, stop).CopyTo(side[length..]);
            position += stop;
            length += stop;
            if (raw[position] == '"')
            {
                unescaped = table.Texts.Add(new UnescapedText
                {
                    Start = table.SideUsed,
                    Length = length,
                    FirstCheckpoint = firstCheckpoint,
                    CheckpointCount = table.Checkpoints.Count - firstCheckpoint,
                });
                table.SideUsed += length;
                return start + position;
            }

            if (length >= nextCheckpoint)
            {
                table.Checkpoints.Add(new Checkpoint(length, position));
                nextCheckpoint = length + CheckpointDistance;
            }

            position += JsonEscape.Decode(raw[position..], side[length..], out var written);
            length += written;
            stop = raw[position..].IndexOfAny(QuoteOrBackslash);
            if (stop < 0)
            {
                // Nothing is read behind this; what was written counts, so that it is cleared with the rest.
                table.SideUsed += length;
                return -1;
            }
        }
    }
}

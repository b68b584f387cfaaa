using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

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
        raw[..firstEscape].CopyTo(side);
        var position = firstEscape;
        var length = firstEscape;
        while (position < raw.Length)
        {
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
            var copied = CopyPlain(raw[position..], side[length..]);
            position += copied;
            length += copied;
        }

        // Nothing is read behind this; what was written counts, so that it is cleared with the rest.
        table.SideUsed += length;
        return -1;
    }

    // Up to the next quote or backslash. In source text that is a few dozen bytes on: a block is copied whole and looked at in the same go.
    private static int CopyPlain(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var copied = 0;
        while (raw.Length - copied >= FieldTable.Overhang && text.Length - copied >= FieldTable.Overhang)
        {
            var block = Vector256.Create(raw[copied..]);
            block.CopyTo(text[copied..]);
            var stops = (Vector256.Equals(block, Vector256.Create((byte)'"')) | Vector256.Equals(block, Vector256.Create((byte)'\\'))).ExtractMostSignificantBits();
            if (stops != 0)
            {
                return copied + BitOperations.TrailingZeroCount(stops);
            }

            copied += FieldTable.Overhang;
        }

        var rest = raw[copied..].IndexOfAny(QuoteOrBackslash);
        rest = rest < 0 ? raw.Length - copied : rest;
        raw.Slice(copied, rest).CopyTo(text[copied..]);
        return copied + rest;
    }
}

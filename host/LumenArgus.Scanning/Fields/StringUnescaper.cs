using System.Numerics;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Fields;

/// <summary>Writes the text of one JSON string with escapes into the side buffer of its table.</summary>
internal static class StringUnescaper
{
    private const int CheckpointDistance = 1024;

    /// <summary>Writes the text.</summary>
    /// <param name="table">The table.</param>
    /// <param name="start">First byte in the body, behind the quote.</param>
    /// <param name="length">Bytes in the body.</param>
    /// <returns>Index of the text in the table.</returns>
    public static int Write(FieldTable table, int start, int length)
    {
        if (table.Side.Length == 0)
        {
            // No text is longer than its escaped form, so a body's length is room enough for all of its strings.
            table.RentSide(table.Body.Length);
        }

        var raw = table.Body.Span.Slice(start, length);
        var side = table.Side.AsSpan(table.SideUsed);
        var firstCheckpoint = table.Checkpoints.Count;
        var nextCheckpoint = CheckpointDistance;
        var position = CopyPlain(raw, side);
        var written = position;
        while (position < raw.Length)
        {
            if (written >= nextCheckpoint)
            {
                table.Checkpoints.Add(new Checkpoint(written, position));
                nextCheckpoint = written + CheckpointDistance;
            }

            position += JsonEscape.Decode(raw[position..], side[written..], out var unit);
            written += unit;
            var copied = CopyPlain(raw[position..], side[written..]);
            position += copied;
            written += copied;
        }

        var text = table.Texts.Add(new UnescapedText
        {
            Start = table.SideUsed,
            Length = written,
            FirstCheckpoint = firstCheckpoint,
            CheckpointCount = table.Checkpoints.Count - firstCheckpoint,
        });
        table.SideUsed += written;
        return text;
    }

    // Up to the next backslash. In source text that is a few dozen bytes on: a block is copied whole and looked at in the same go.
    private static int CopyPlain(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var copied = 0;
        while (raw.Length - copied >= FieldTable.Overhang && text.Length - copied >= FieldTable.Overhang)
        {
            var block = Vector256.Create(raw[copied..]);
            block.CopyTo(text[copied..]);
            var stops = Vector256.Equals(block, Vector256.Create((byte)'\\')).ExtractMostSignificantBits();
            if (stops != 0)
            {
                return copied + BitOperations.TrailingZeroCount(stops);
            }

            copied += FieldTable.Overhang;
        }

        var rest = raw[copied..].IndexOf((byte)'\\');
        rest = rest < 0 ? raw.Length - copied : rest;
        raw.Slice(copied, rest).CopyTo(text[copied..]);
        return copied + rest;
    }
}

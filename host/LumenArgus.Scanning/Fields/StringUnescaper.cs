using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Fields;

/// <summary>Writes the text of one JSON string with escapes into the side buffer of its table.</summary>
internal static class StringUnescaper
{
    private const int CheckpointDistance = 1024;
    private const int CopiedBlock = 32;

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

        var firstCheckpoint = table.Checkpoints.Count;
        var body = table.Body.Span[start..];
        var side = table.Side.AsSpan(table.SideUsed);
        var written = EscapedBlock.IsSupported ? WriteBlocks(table, body, length, side) : WritePieces(table, body[..length], side);
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

    /// <summary>Escapes of two bytes are undone many at a time, other ones singly.</summary>
    /// <returns>Bytes written.</returns>
    internal static int WriteBlocks(FieldTable table, ReadOnlySpan<byte> body, int length, Span<byte> side)
    {
        var (position, written, nextCheckpoint) = (0, 0, CheckpointDistance);
        while (position < length && body.Length - position >= EscapedBlock.Bytes && side.Length - written >= EscapedBlock.Bytes)
        {
            if (written >= nextCheckpoint)
            {
                table.Checkpoints.Add(new Checkpoint(written, position));
                nextCheckpoint = written + CheckpointDistance;
            }

            var read = EscapedBlock.Write(ref MemoryMarshal.GetReference(body[position..]), length - position, ref MemoryMarshal.GetReference(side[written..]), out var unit);
            position += read;
            written += unit;
            if (read < EscapedBlock.Bytes - 1 && position < length)
            {
                position += JsonEscape.Decode(body[position..length], side[written..], out unit);
                written += unit;
            }
        }

        return WritePieces(table, body[..length], side, position, written);
    }

    internal static int WritePieces(FieldTable table, ReadOnlySpan<byte> raw, Span<byte> side, int position = 0, int written = 0)
    {
        var nextCheckpoint = written + CheckpointDistance;
        var copied = CopyPlain(raw[position..], side[written..]);
        position += copied;
        written += copied;
        while (position < raw.Length)
        {
            if (written >= nextCheckpoint)
            {
                table.Checkpoints.Add(new Checkpoint(written, position));
                nextCheckpoint = written + CheckpointDistance;
            }

            position += JsonEscape.Decode(raw[position..], side[written..], out var unit);
            written += unit;
            copied = CopyPlain(raw[position..], side[written..]);
            position += copied;
            written += copied;
        }

        return written;
    }

    // Up to the next backslash. In source text that is a few dozen bytes on: a block is copied whole and looked at in the same go.
    private static int CopyPlain(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var copied = 0;
        while (raw.Length - copied >= CopiedBlock && text.Length - copied >= CopiedBlock)
        {
            var block = Vector256.Create(raw[copied..]);
            block.CopyTo(text[copied..]);
            var stops = Vector256.Equals(block, Vector256.Create((byte)'\\')).ExtractMostSignificantBits();
            if (stops != 0)
            {
                return copied + BitOperations.TrailingZeroCount(stops);
            }

            copied += CopiedBlock;
        }

        var rest = raw[copied..].IndexOf((byte)'\\');
        rest = rest < 0 ? raw.Length - copied : rest;
        raw.Slice(copied, rest).CopyTo(text[copied..]);
        return copied + rest;
    }
}

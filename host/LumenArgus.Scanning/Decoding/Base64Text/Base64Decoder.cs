using System.Buffers;
using System.Buffers.Text;
using System.Text;
using LumenArgus.Scanning.Decoding.Declared;

namespace LumenArgus.Scanning.Decoding.Base64Text;

/// <summary>Makes views of runs of base64. One per alignment at which the characters look like text: a letter glued before a run moves all of it.</summary>
internal sealed class Base64Decoder(StretchWriter stretches, DecodeBuffers buffers, DecodeBudget budget, int minLength)
{
    // Shorter content cannot be told by two readable units in a row.
    private const int MinLengthForShape = 8;
    private const int AllAlignments = 4;

    // Bytes that are valid UTF-8 by chance so far are rare.
    private const int TextSample = 20;

    /// <summary>Decodes a run.</summary>
    /// <param name="run">Its place.</param>
    /// <param name="text">The text that holds it.</param>
    /// <param name="commit">Keeps the view that was just written.</param>
    public void Decode(in EncodedRun run, ReadOnlySpan<byte> text, Action<TextEncodings> commit)
    {
        var characters = text[..run.End];
        var hasLines = run.HasLines;
        // Something else may follow the stream, or it is none: the run is read as text too, unless the limit is reached.
        if (Compression.IsCompressed(characters[run.Start..]) && DecodeCompressed(in run, characters, commit))
        {
            return;
        }

        if (Utf16Text.EncodingOf(characters[run.Start..]) is { } encoding)
        {
            DecodeUtf16(in run, characters, encoding, commit);
        }

        var wanted = minLength < MinLengthForShape || BeginsWithText(characters[run.Start..]) ? 1 : 0;
        var shapes = new Base64Blocks(characters, run.Start, hasLines, buffers.Characters);
        var blocks = 0;
        while (shapes.MoveNext())
        {
            var found = Base64Shape.Alignments(shapes.Characters);
            if (blocks < buffers.Alignments.Length)
            {
                buffers.Alignments[blocks] = (byte)found;
            }

            wanted |= found;
            blocks++;
        }

        for (var alignment = 0; alignment < AllAlignments; alignment++)
        {
            if ((wanted >> alignment & 1) != 0 && DecodeAt(in run, text, alignment))
            {
                commit(TextEncodings.Base64);
            }
        }
    }

    private bool DecodeAt(in EncodedRun run, ReadOnlySpan<byte> text, int alignment)
    {
        var characters = text[..run.End];
        var end = Base64Units.AfterPadding(text, run.End);
        stretches.Begin(PieceKind.Base64, run.Source, end, run.ContextStart);
        var context = alignment == 0 ? text[run.ContextStart..run.Start] : default;
        var blocks = new Base64Blocks(characters, run.Start + alignment, run.HasLines, buffers.Characters);
        var decoded = 0L;
        for (var block = 0; blocks.MoveNext(); block++)
        {
            // Blocks without a readable stretch are skipped; so that one that goes over a border is whole, the neighbours are decoded too.
            if (alignment > 0 && !IsWanted(block, alignment))
            {
                stretches.Interrupt();
                continue;
            }

            var bytes = DecodeBlock(blocks.Characters);
            decoded += bytes.Length;
            var places = new Base64Places(characters, blocks.Start, run.HasLines);
            stretches.Add(bytes, context, ref places);
        }

        budget.Worked(decoded);
        return stretches.End(After(text, end), end);
    }

    // Text of other scripts has no shape, nor has ASCII with something invisible between.
    private bool BeginsWithText(ReadOnlySpan<byte> characters)
    {
        var sample = characters[..Math.Min(TextSample, characters.Length)];
        return !sample.ContainsAny("\r\n\\"u8) && StretchWriter.IsText(DecodeBlock(sample));
    }

    private bool IsWanted(int block, int alignment)
    {
        var from = Math.Max(0, block - 1);
        for (var i = from; i <= block + 1; i++)
        {
            if (i >= buffers.Alignments.Length || (buffers.Alignments[i] >> alignment & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }

    // What ends a value: rules for assignments look for the closing quote.
    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> text, int end) =>
        end < text.Length && text[end] is (byte)'"' or (byte)'\'' or (byte)'\n' or (byte)' ' ? text.Slice(end, 1) : default;

    private ReadOnlySpan<byte> DecodeBlock(ReadOnlySpan<byte> characters)
    {
        var whole = characters.Length & ~3;
        var standard = characters;
        if (characters.ContainsAny((byte)'-', (byte)'_'))
        {
            var copy = buffers.Standard.AsSpan(0, characters.Length);
            characters.Replace(copy, (byte)'-', (byte)'+');
            copy.Replace((byte)'_', (byte)'/');
            standard = copy;
        }

        var output = buffers.Bytes.AsSpan();
        Base64.DecodeFromUtf8(standard[..whole], output, out _, out var written, isFinalBlock: false);
        if (characters.Length - whole >= 2)
        {
            // The rest without padding; what no byte is made of is ignored.
            Span<byte> last = [(byte)'A', (byte)'A', (byte)'A', (byte)'A'];
            standard[whole..].CopyTo(last);
            Base64.DecodeFromUtf8(last, output[written..], out _, out _);
            written += characters.Length - whole - 1;
        }

        return output[..written];
    }

    // A character may become one byte or three, so the whole run is one unit here as well.
    private void DecodeUtf16(in EncodedRun run, ReadOnlySpan<byte> characters, Encoding encoding, Action<TextEncodings> commit)
    {
        stretches.Begin(PieceKind.Compressed, run.Source, run.End, run.ContextStart);
        var context = characters[run.ContextStart..run.Start];
        var place = new WholePlace(run.Start);
        var decoder = encoding.GetDecoder();
        var blocks = new Base64Blocks(characters, run.Start, run.HasLines, buffers.Characters);
        var units = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(Base64Blocks.Block));
        var text = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(units.Length));
        while (blocks.MoveNext())
        {
            var length = decoder.GetChars(DecodeBlock(blocks.Characters), units, flush: false);
            var written = Encoding.UTF8.GetBytes(units.AsSpan(0, length), text);
            budget.Worked(written);
            stretches.Add(text.AsSpan(0, written), context, ref place);
        }

        ArrayPool<char>.Shared.Return(units, clearArray: true);
        ArrayPool<byte>.Shared.Return(text, clearArray: true);
        if (stretches.End(default, 0))
        {
            commit(TextEncodings.Base64);
        }
    }

    // The whole run is one unit: every byte of what comes out may depend on all of it.
    private bool DecodeCompressed(in EncodedRun run, ReadOnlySpan<byte> characters, Action<TextEncodings> commit)
    {
        var length = 0;
        var packed = ArrayPool<byte>.Shared.Rent(run.End - run.Start);
        var blocks = new Base64Blocks(characters, run.Start, run.HasLines, buffers.Characters);
        while (blocks.MoveNext())
        {
            var bytes = DecodeBlock(blocks.Characters);
            bytes.CopyTo(packed.AsSpan(length));
            length += bytes.Length;
        }

        stretches.Begin(PieceKind.Compressed, run.Source, run.End, run.Start);
        var isAtLimit = Compression.Expand(packed, length, buffers.Bytes, stretches, run.Start, budget);
        packed.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(packed);
        if (stretches.End(default, 0))
        {
            commit(TextEncodings.Base64 | TextEncodings.Compressed);
        }

        return isAtLimit;
    }
}

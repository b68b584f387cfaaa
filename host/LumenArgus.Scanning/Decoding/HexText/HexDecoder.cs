using LumenArgus.Scanning.Decoding.Characters;

namespace LumenArgus.Scanning.Decoding.HexText;

/// <summary>Makes views of runs of hex.</summary>
internal sealed class HexDecoder(StretchWriter stretches, DecodeBuffers buffers, DecodeBudget budget, int minLength)
{
    private const int Block = 1024;

    /// <summary>The end of a run that begins at a position: the last pair of digits that follows.</summary>
    public static int EndOfRun(ReadOnlySpan<byte> text, int start)
    {
        var end = start;
        while (HexUnits.NextPair(text, end) is var pair and >= 0)
        {
            end = pair + 2;
        }

        return end;
    }

    /// <summary>Decodes a run as far as it is readable.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Decode(in EncodedRun run, ReadOnlySpan<byte> text)
    {
        var digits = text[..run.End];
        if (!HasReadable(digits, run.Start))
        {
            return false;
        }

        stretches.Begin(PieceKind.Hex, run.Source, run.End, run.ContextStart);
        var position = run.Start;
        while (position < run.End)
        {
            var count = 0;
            while (count < Block && HexUnits.NextPair(digits, position) is var pair and >= 0)
            {
                buffers.Bytes[count] = (byte)((CharacterUnits.Digit(digits[pair]) << 4) | CharacterUnits.Digit(digits[pair + 1]));
                buffers.Places[count++] = pair;
                position = pair + 2;
            }

            if (count == 0)
            {
                break;
            }

            var places = new Places(buffers.Places);
            stretches.Add(buffers.Bytes.AsSpan(0, count), text[run.ContextStart..run.Start], ref places);
            budget.Worked(count);
        }

        return stretches.End(run.End < text.Length && text[run.End] is (byte)'"' or (byte)'\'' ? text.Slice(run.End, 1) : default, run.End);
    }

    // Hashes are most of what is hex: the first digits tell that they are no text.
    private bool HasReadable(ReadOnlySpan<byte> digits, int position)
    {
        var length = 0;
        while (HexUnits.NextPair(digits, position) is var pair and >= 0)
        {
            length = IsReadable((CharacterUnits.Digit(digits[pair]) << 4) | CharacterUnits.Digit(digits[pair + 1])) ? length + 1 : 0;
            if (length >= minLength)
            {
                return true;
            }

            position = pair + 2;
        }

        return false;
    }

    private static bool IsReadable(int value) => value is (>= 0x20 and < 0x7F) or '\t' or '\n' or '\r';

    private readonly struct Places(int[] places) : ISourcePlaces
    {
        public (int Start, int Skip) Of(int offset) => (places[offset], 0);
    }
}

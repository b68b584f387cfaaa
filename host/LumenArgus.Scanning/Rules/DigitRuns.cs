using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Rules;

/// <summary>Enumerates the runs of ASCII digits of a text that end behind an offset, 32 bytes at a time: in source text runs are short and many.</summary>
internal ref struct DigitRuns(ReadOnlySpan<byte> text, int from)
{
    private const int Block = 32;

    private readonly ReadOnlySpan<byte> _text = text;

    // A bit for each digit of the block that was not reported yet.
    private uint _digits;
    private int _block = StartOf(text, from) - Block;

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Goes to the next run.</summary>
    public bool MoveNext()
    {
        while (_digits == 0)
        {
            _block += Block;
            if (_block >= _text.Length)
            {
                return false;
            }

            _digits = Digits(_text[_block..]);
            if (End > _block)
            {
                // The last run went on into this block.
                var known = End - _block;
                _digits = known >= Block ? 0 : _digits >> known << known;
            }
        }

        var first = BitOperations.TrailingZeroCount(_digits);
        var length = BitOperations.TrailingZeroCount(~(_digits >> first));
        Start = _block + first;
        End = Start + length;
        if (first + length < Block)
        {
            _digits &= uint.MaxValue << (first + length);
            return true;
        }

        _digits = 0;
        while (End < _text.Length && char.IsAsciiDigit((char)_text[End]))
        {
            End++;
        }

        return true;
    }

    // A run that goes over the offset is seen whole.
    private static int StartOf(ReadOnlySpan<byte> text, int from)
    {
        while (from > 0 && char.IsAsciiDigit((char)text[from - 1]))
        {
            from--;
        }

        return from;
    }

    private static uint Digits(ReadOnlySpan<byte> text)
    {
        if (text.Length >= Block)
        {
            var bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(text));
            return Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10)).ExtractMostSignificantBits();
        }

        var digits = 0u;
        for (var i = 0; i < text.Length; i++)
        {
            digits |= char.IsAsciiDigit((char)text[i]) ? 1u << i : 0;
        }

        return digits;
    }
}

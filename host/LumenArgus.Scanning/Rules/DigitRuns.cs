using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Rules;

/// <summary>Enumerates the runs of ASCII digits of a part of a text, 64 bytes at a time: in source text runs are short and many.</summary>
/// <param name="text">The text.</param>
/// <param name="from">Runs that end before it are left out.</param>
/// <param name="to">Runs that begin behind it are left out.</param>
/// <param name="wanted">Leaves most runs out; null for all.</param>
internal ref struct DigitRuns(ReadOnlySpan<byte> text, int from, int to, DigitStarts? wanted)
{
    private const int Block = DigitStarts.Block;

    private readonly ReadOnlySpan<byte> _text = text;

    // A bit for each first digit of the block that was not reported yet.
    private ulong _starts;
    private int _block = StartOf(text, from) - Block;

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Goes to the next run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (_starts == 0)
        {
            _block += Block;
            if (_block >= to)
            {
                return false;
            }

            _starts = wanted is null ? Starts() : wanted.Look(_text, _block);
        }

        var start = _block + BitOperations.TrailingZeroCount(_starts);
        _starts &= _starts - 1;
        if (start >= to)
        {
            return false;
        }

        Start = start;
        End = start + 1;
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

    private readonly ulong Starts()
    {
        var digits = Digits(_text[_block..]);
        var before = _block > 0 && char.IsAsciiDigit((char)_text[_block - 1]) ? 1UL : 0;
        return digits & ~((digits << 1) | before);
    }

    private static ulong Digits(ReadOnlySpan<byte> text)
    {
        if (text.Length >= Block)
        {
            var bytes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(text));
            return Vector512.LessThan(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)10)).ExtractMostSignificantBits();
        }

        var digits = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            digits |= char.IsAsciiDigit((char)text[i]) ? 1UL << i : 0;
        }

        return digits;
    }
}

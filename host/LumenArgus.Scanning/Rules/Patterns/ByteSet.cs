using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>A set of byte values, 256 bits.</summary>
internal readonly record struct ByteSet(ulong A, ulong B, ulong C, ulong D)
{
    private static readonly ConcurrentDictionary<ByteSet, SearchValues<byte>> Searches = new();

    public static ByteSet Empty => default;

    public static ByteSet All => ~Empty;

    public static ByteSet Digits => Range('0', '9');

    public static ByteSet Word => Range('0', '9') | Range('A', 'Z') | Range('a', 'z') | Of('_');

    public static ByteSet Space => Of(' ') | Range('\t', '\r');

    public bool IsEmpty => this == default;

    public int Count => System.Numerics.BitOperations.PopCount(A) + System.Numerics.BitOperations.PopCount(B)
        + System.Numerics.BitOperations.PopCount(C) + System.Numerics.BitOperations.PopCount(D);

    public static ByteSet operator |(ByteSet x, ByteSet y) => new(x.A | y.A, x.B | y.B, x.C | y.C, x.D | y.D);

    public static ByteSet operator &(ByteSet x, ByteSet y) => new(x.A & y.A, x.B & y.B, x.C & y.C, x.D & y.D);

    public static ByteSet operator ~(ByteSet x) => new(~x.A, ~x.B, ~x.C, ~x.D);

    public static ByteSet Of(int value) => (value >> 6) switch
    {
        0 => new(1UL << value, 0, 0, 0),
        1 => new(0, 1UL << (value & 63), 0, 0),
        2 => new(0, 0, 1UL << (value & 63), 0),
        _ => new(0, 0, 0, 1UL << (value & 63)),
    };

    public static ByteSet Range(int from, int to)
    {
        var set = Empty;
        for (var i = from; i <= to; i++)
        {
            set |= Of(i);
        }

        return set;
    }

    // Without a branch: a matcher asks with each step.
    public bool Contains(int value) => ((Unsafe.Add(ref Unsafe.As<ByteSet, ulong>(ref Unsafe.AsRef(in this)), (value >> 6) & 3) >> (value & 63)) & 1) != 0;

    public bool Overlaps(ByteSet other) => !(this & other).IsEmpty;

    /// <summary>Adds the other case of each ASCII letter.</summary>
    public ByteSet IgnoreCase()
    {
        // In the word of 64 to 127, A to Z are the bits from 1 on and a to z those from 33 on.
        const ulong Letters = (1UL << 26) - 1;
        var letters = ((B >> 1) | (B >> 33)) & Letters;
        return this with { B = B | (letters << 1) | (letters << 33) };
    }

    public byte[] ToArray()
    {
        var members = new byte[Count];
        var next = 0;
        for (var value = 0; value < 256; value++)
        {
            if (Contains(value))
            {
                members[next++] = (byte)value;
            }
        }

        return members;
    }

    /// <summary>For searching. Made once for each set of the process: patterns share few sets, and to make one costs more than to compile the rest of a rule.</summary>
    public SearchValues<byte> ToSearchValues() => Searches.GetOrAdd(this, static set => SearchValues.Create(set.ToArray()));
}

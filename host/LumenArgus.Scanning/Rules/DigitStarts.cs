using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LumenArgus.Scanning.Rules.Patterns;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// Names the runs of digits that can be the first ones of a rule, by the byte before them and the bytes behind their first digit, 64 places at a time: source text is
/// full of numbers. Says "maybe" too often, never "no" wrongly.
/// </summary>
internal sealed class DigitStarts
{
    public const int Block = TextBlock.Bytes;

    private const int Behind = 3;
    private const int Rules = 8;

    // Seven bits are looked up: a byte of 0x80 and above counts as its ASCII twin.
    private const int TableSize = 128;

    // Stands for what lies outside of the text, where the gates decide.
    private const byte Outside = 0;

    // For each place around the first digit (the one before it, those behind it) the rules, as bits, that can have each byte there.
    private readonly byte[] _tables = new byte[(1 + Behind) * TableSize];

    /// <param name="rules">For each rule what stands at its first digits; null where that is not known.</param>
    public DigitStarts(IEnumerable<AnchorNeighbours[]?> rules)
    {
        foreach (var (index, runs) in rules.Index())
        {
            var bit = (byte)(1 << (index % Rules));
            for (var place = 0; place <= Behind; place++)
            {
                Add(place, bit, runs is null ? ByteSet.All : place == 0 ? runs[0].First : SetBehind(runs, place));
            }
        }

        for (var place = 0; place <= Behind; place++)
        {
            _tables[(place * TableSize) + Outside] = byte.MaxValue;
        }
    }

    public static bool IsSupported => Avx512Vbmi.IsSupported;

    /// <summary>A bit for each place of the block at which such a run begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Look(ReadOnlySpan<byte> text, int position)
    {
        if (position == 0 || text.Length - position < Block + Behind)
        {
            return LookAtEdge(text, position);
        }

        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), position);
        return Look(ref first);
    }

    // What can stand so many places behind the first digit, whatever the length of the run.
    private static ByteSet SetBehind(AnchorNeighbours[] runs, int place)
    {
        var set = ByteSet.Empty;
        for (var length = 1; length <= runs.Length; length++)
        {
            var run = runs[length - 1];
            set |= place < length ? ByteSet.Digits : place - length < run.Shortest ? run.Next[place - length] : ByteSet.All;
        }

        return set;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Look(ref byte first)
    {
        ref var tables = ref MemoryMarshal.GetArrayDataReference(_tables);
        var before = Vector512.LoadUnsafe(ref Unsafe.Subtract(ref first, 1));
        var rules = LookUp(ref tables, 0, before)
            & LookUp(ref tables, 1, Vector512.LoadUnsafe(ref Unsafe.Add(ref first, 1)))
            & LookUp(ref tables, 2, Vector512.LoadUnsafe(ref Unsafe.Add(ref first, 2)))
            & LookUp(ref tables, 3, Vector512.LoadUnsafe(ref Unsafe.Add(ref first, 3)));
        var begins = Vector512.AndNot(IsDigit(Vector512.LoadUnsafe(ref first)), IsDigit(before));
        return Vector512.AndNot(begins, Vector512.Equals(rules, Vector512<byte>.Zero)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private ulong LookAtEdge(ReadOnlySpan<byte> text, int position)
    {
        Span<byte> copy = stackalloc byte[1 + Block + Behind];
        copy.Clear();
        var from = Math.Max(0, position - 1);
        text[from..Math.Min(text.Length, position + Block + Behind)].CopyTo(copy[(1 - (position - from))..]);
        return Look(ref copy[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> IsDigit(Vector512<byte> bytes) => Vector512.LessThan(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> LookUp(ref byte tables, nuint place, Vector512<byte> bytes) => Avx512Vbmi.PermuteVar64x8x2(
        Vector512.LoadUnsafe(ref tables, place * TableSize), bytes, Vector512.LoadUnsafe(ref tables, (place * TableSize) + (TableSize / 2)));

    private void Add(int place, byte bit, ByteSet set)
    {
        for (var value = 0; value < 256; value++)
        {
            _tables[(place * TableSize) + (value % TableSize)] |= set.Contains(value) ? bit : (byte)0;
        }
    }
}

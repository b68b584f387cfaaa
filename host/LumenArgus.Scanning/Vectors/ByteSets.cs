using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Vectors;

/// <summary>
/// Tells sets of characters apart, 32 bytes at a time, by two look-ups of sixteen entries: one for the lower and one for the upper half of a byte. A bit of the result stands for a set.
/// </summary>
/// <param name="Low">For each lower half of a byte the sets that have it; twice, as a look-up reads it.</param>
/// <param name="High">For each upper half.</param>
internal readonly record struct ByteSets(Vector256<byte> Low, Vector256<byte> High)
{
    private const int Entries = 16;

    /// <summary>Makes the tables of up to eight sets, the first of which is the lowest bit.</summary>
    /// <param name="sets">ASCII characters. A set must have each of its lower halves with each of its upper halves, as that is all that two look-ups tell.</param>
    /// <exception cref="ArgumentException">A set does not.</exception>
    public static ByteSets Of(params ReadOnlySpan<string> sets)
    {
        Span<byte> low = stackalloc byte[Entries];
        Span<byte> high = stackalloc byte[Entries];
        low.Clear();
        high.Clear();
        for (var i = 0; i < sets.Length; i++)
        {
            foreach (var character in sets[i])
            {
                low[character % Entries] |= (byte)(1 << i);
                high[character / Entries] |= (byte)(1 << i);
            }

            if (sets[i].Select(static character => character % Entries).Distinct().Count() * sets[i].Select(static character => character / Entries).Distinct().Count() != sets[i].Length)
            {
                throw new ArgumentException($"two look-ups cannot tell the set {i}", nameof(sets));
            }
        }

        return new ByteSets(Twice(Vector128.Create((ReadOnlySpan<byte>)low)), Twice(Vector128.Create((ReadOnlySpan<byte>)high)));
    }

    /// <summary>The sets of each byte, by its halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<byte> Find(Vector256<byte> low, Vector256<byte> high) => LookUp(Low, low) & LookUp(High, high);

    /// <summary>Looks bytes of 0 to 15 up in a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LookUp(Vector128<byte> table, Vector256<byte> index) => LookUp(Twice(table), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LookUp(Vector256<byte> table, Vector256<byte> index) => Avx2.IsSupported
        ? Avx2.Shuffle(table, index)
        : Vector256.Create(Vector128.Shuffle(table.GetLower(), index.GetLower()), Vector128.Shuffle(table.GetLower(), index.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Twice(Vector128<byte> table) => Vector256.Create(table, table);
}

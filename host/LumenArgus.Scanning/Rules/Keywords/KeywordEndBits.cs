using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// A bit for each end that a keyword can have: its last four bytes (case folded, hashed); of a keyword of three bytes these, of a shorter one its last
/// two. 22 KB, so that it stays in the first cache. Says "maybe" too often, never "no" wrongly.
/// </summary>
internal sealed class KeywordEndBits
{
    private const int MostLongHashBits = 17;

    // One place in so many is said to be one wrongly.
    private const int PlacesPerKeyword = 128;
    private const int ThreeHashBits = 15;
    private const int TwoBits = 14;
    private const int Window = 4;
    private const uint Multiplier = 0x9E37_79B1;

    // Drops the case bit, and what else tells bytes of the same half of ASCII apart by it.
    private const byte Fold = 0x5F;
    private const uint FoldAll = 0x5F5F_5F5F;

    private readonly int _longHashBits;
    private readonly uint[] _long;
    private readonly uint[] _three = new uint[1 << (ThreeHashBits - 5)];
    private readonly uint[] _two = new uint[1 << (TwoBits - 5)];
    private readonly int _lengths;

    // Most searches have none: branches that are always foreseen, for look-ups that are saved.
    private readonly bool _hasThree;
    private readonly bool _hasShorter;

    /// <param name="keywords">Lower case, one char per byte, none empty.</param>
    public KeywordEndBits(IReadOnlyList<string> keywords)
    {
        _longHashBits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, keywords.Count * PlacesPerKeyword)), 5, MostLongHashBits);
        _long = new uint[1 << (_longHashBits - 5)];
        foreach (var keyword in keywords)
        {
            _lengths |= 1 << Math.Min(keyword.Length, Window);
            var (last, second) = (Folded(keyword, 0, 24), Folded(keyword, 1, 16));
            switch (keyword.Length)
            {
                case 1:
                    for (var before = 0u; before <= Fold; before++)
                    {
                        Set(_two, TwoPlace(last | (before << 16)));
                    }

                    break;
                case 2:
                    Set(_two, TwoPlace(last | second));
                    break;
                case 3:
                    Set(_three, Hash(last | second | Folded(keyword, 2, 8), ThreeHashBits));
                    break;
                default:
                    Set(_long, Hash(last | second | Folded(keyword, 2, 8) | Folded(keyword, 3, 0), _longHashBits));
                    break;
            }
        }

        _hasThree = HasLength(3);
        _hasShorter = HasLength(2) || HasLength(1);
    }

    /// <summary>Whether there are keywords of this length (4 stands for all longer ones).</summary>
    public bool HasLength(int length) => (_lengths >> length & 1) != 0;

    /// <summary>Keeps the places at which a keyword may end. Without a branch on the answer, as that is hard to foresee.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">What the places count from.</param>
    /// <param name="places">The places, ascending.</param>
    /// <returns>How many are kept.</returns>
    public int Filter(ReadOnlySpan<byte> text, int from, Span<ushort> places)
    {
        var kept = 0;
        var next = 0;
        for (; next < places.Length && from + places[next] < Window - 1; next++)
        {
            var place = places[next];
            places[kept] = place;
            kept += (int)Of(AtStart(text, from + place));
        }

        ref var bytes = ref MemoryMarshal.GetReference(text);
        var start = from - (Window - 1);
        for (; next < places.Length; next++)
        {
            var place = places[next];
            places[kept] = place;
            kept += (int)Of(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref bytes, start + place)));
        }

        return kept;
    }

    /// <summary>Whether a keyword of so many bytes (4 stands for all longer ones) may end with these four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int length, uint window)
    {
        window &= FoldAll;
        var bit = length switch
        {
            4 => Bit(_long, Hash(window, _longHashBits)),
            3 => Bit(_three, Hash(window & 0xFFFF_FF00, ThreeHashBits)),
            _ => Bit(_two, TwoPlace(window)),
        };
        return (bit & 1) != 0;
    }

    // The last byte has the highest place; nothing stands before the first.
    private static uint AtStart(ReadOnlySpan<byte> text, int last)
    {
        var window = 0u;
        for (var i = 0; i <= last; i++)
        {
            window = (window >> 8) | ((uint)text[i] << 24);
        }

        return window;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Of(uint window)
    {
        window &= FoldAll;
        var bit = Bit(_long, Hash(window, _longHashBits));
        if (_hasThree)
        {
            bit |= Bit(_three, Hash(window & 0xFFFF_FF00, ThreeHashBits));
        }

        if (_hasShorter)
        {
            bit |= Bit(_two, TwoPlace(window));
        }

        return bit & 1;
    }

    private static uint Hash(uint folded, int bits) => (folded * Multiplier) >> (32 - bits);

    // Seven bits of each of the last two bytes.
    private static uint TwoPlace(uint folded) => ((folded >> 16) & 0x7F) | ((folded >> 17) & 0x3F80);

    // No place is behind its table.
    private static uint Bit(uint[] table, uint place) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), place >> 5) >> (int)(place & 31);

    private static void Set(uint[] table, uint place) => table[place >> 5] |= 1u << (int)(place & 31);

    private static uint Folded(string keyword, int fromEnd, int shift) => fromEnd < keyword.Length ? (uint)(keyword[keyword.Length - 1 - fromEnd] & Fold) << shift : 0;
}

using System.Runtime.InteropServices;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>
/// Words that are new in every request. They are pronounceable on purpose: random base64 would look like a secret to an entropy rule,
/// and then the benchmark would measure findings instead of clean traffic.
/// </summary>
internal static class Nonce
{
    /// <summary>Stands in a template where a nonce will be; a sequence that no generated text contains otherwise.</summary>
    public const string Marker = "qzxjqzxjqz";

    private const int Pairs = 5;
    private static readonly ushort[] Syllables = BuildSyllables();

    public static int Length => Marker.Length;

    /// <summary>Writes the nonce of one slot: 30 bits from a SplitMix64 step, as five syllables.</summary>
    public static void Write(Span<byte> slot, ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;

        var pairs = MemoryMarshal.Cast<byte, ushort>(slot[..(Pairs * sizeof(ushort))]);
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = Syllables[(int)(mixed & 63)];
            mixed >>= 6;
        }
    }

    private static ushort[] BuildSyllables()
    {
        var result = new List<ushort>(64);
        foreach (var consonant in "bdfghklmnprstvwz"u8)
        {
            foreach (var vowel in "aeio"u8)
            {
                result.Add(MemoryMarshal.Read<ushort>([consonant, vowel]));
            }
        }

        return [.. result];
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// A bit for each three bytes (five bits of each, which also folds case) that a keyword can begin with. Says "maybe" too often, never "no" wrongly.
/// </summary>
internal sealed class KeywordStarts
{
    private const int Length = 3;
    private const int Bits = 5;
    private const int Mask = (1 << Bits) - 1;

    private readonly uint[] _bits = new uint[1 << (Length * Bits) >> Bits];

    /// <param name="keywords">Lower case, one char per byte, none empty.</param>
    public KeywordStarts(IReadOnlyList<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            Add(keyword, 0, 0);
        }
    }

    /// <summary>The first offset from <paramref name="from"/> on where a keyword may begin; the length of the text if there is none.</summary>
    public int Next(ReadOnlySpan<byte> text, int from)
    {
        if (text.Length - from < Length)
        {
            return from;
        }

        // No bounds checks in the loop: the index has 15 bits, and the table one entry for each 32 of them.
        ref var bits = ref MemoryMarshal.GetArrayDataReference(_bits);
        ref var bytes = ref MemoryMarshal.GetReference(text);
        var window = ((Unsafe.Add(ref bytes, from) & Mask) << Bits) | ((Unsafe.Add(ref bytes, from + 1) & Mask) << (2 * Bits));
        for (var i = from + 2; i < text.Length; i++)
        {
            window = (window >> Bits) | ((Unsafe.Add(ref bytes, i) & Mask) << (2 * Bits));
            if ((Unsafe.Add(ref bits, window >> Bits) >> (window & Mask) & 1) != 0)
            {
                return i - 2;
            }
        }

        // Two bytes are left: too few to be told apart.
        return text.Length - 2;
    }

    private void Add(string keyword, int index, int window)
    {
        if (index == Length)
        {
            _bits[window >> Bits] |= 1u << (window & Mask);
            return;
        }

        // A keyword of two bytes can be followed by any other.
        for (var value = 0; value <= Mask; value++)
        {
            if (index >= keyword.Length || value == (keyword[index] & Mask))
            {
                Add(keyword, index + 1, window | (value << (Bits * index)));
            }
        }
    }
}

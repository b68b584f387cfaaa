using System.Numerics;

namespace LumenArgus.Scanning.Rules;

/// <summary>Shannon entropy of a text: bits per byte, 0 for an empty or constant one, at most 8.</summary>
public static class Entropy
{
    private const int Tabled = 256;

    // The terms of the sum are added in the order of the text, so a value that is exactly the floor may come out a rounding error below it.
    private const double Rounding = 1e-9;

    // n * log2(n): the sum over all counts is what the entropy lacks to the logarithm of the length.
    private static readonly double[] Weights = [.. Enumerable.Range(0, Tabled).Select(n => Weight(n))];

    /// <summary>Measures a text.</summary>
    /// <param name="text">The bytes.</param>
    /// <returns>Bits per byte.</returns>
    public static double BitsPerByte(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        // Sums over the text, not over all byte values: tokens are short.
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var b in text)
        {
            counts[b]++;
        }

        var repeated = 0.0;
        foreach (var b in text)
        {
            repeated += counts[b] < Tabled ? Weights[counts[b]] : Weight(counts[b]);
            counts[b] = 0;
        }

        return Math.Log2(text.Length) - (repeated / text.Length);
    }

    /// <summary>Whether a text has at least this entropy; texts of few different bytes are refused without counting, as n different ones have at most log2(n) bits each.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="floor">Bits per byte; 0 or less accepts every text.</param>
    /// <returns>True if it does.</returns>
    public static bool Reaches(ReadOnlySpan<byte> text, double floor) =>
        floor <= 0 || (Math.Log2(CountDistinct(text)) >= floor - Rounding && BitsPerByte(text) >= floor - Rounding);

    private static int CountDistinct(ReadOnlySpan<byte> text)
    {
        ulong a = 0, b = 0, c = 0, d = 0;
        foreach (var value in text)
        {
            var bit = 1UL << (value & 63);
            a |= value < 64 ? bit : 0;
            b |= value is >= 64 and < 128 ? bit : 0;
            c |= value is >= 128 and < 192 ? bit : 0;
            d |= value >= 192 ? bit : 0;
        }

        return BitOperations.PopCount(a) + BitOperations.PopCount(b) + BitOperations.PopCount(c) + BitOperations.PopCount(d);
    }

    private static double Weight(int n) => n < 2 ? 0 : n * Math.Log2(n);
}

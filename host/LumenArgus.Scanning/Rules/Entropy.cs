namespace LumenArgus.Scanning.Rules;

/// <summary>Shannon entropy of a text: bits per byte, 0 for an empty or constant one, at most 8.</summary>
public static class Entropy
{
    private const int Tabled = 256;

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

        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var b in text)
        {
            counts[b]++;
        }

        var repeated = 0.0;
        foreach (var count in counts)
        {
            repeated += count < Tabled ? Weights[count] : Weight(count);
        }

        return Math.Log2(text.Length) - (repeated / text.Length);
    }

    /// <summary>Whether a text has at least this entropy; short ones are refused without counting, as n bytes have at most log2(n) bits each.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="floor">Bits per byte; 0 or less accepts every text.</param>
    /// <returns>True if it does.</returns>
    public static bool Reaches(ReadOnlySpan<byte> text, double floor) =>
        floor <= 0 || (Math.Log2(text.Length) >= floor && BitsPerByte(text) >= floor);

    private static double Weight(int n) => n < 2 ? 0 : n * Math.Log2(n);
}

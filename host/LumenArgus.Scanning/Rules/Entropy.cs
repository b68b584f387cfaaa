namespace LumenArgus.Scanning.Rules;

/// <summary>Shannon entropy of a text: bits per byte, 0 for an empty or constant one, at most 8.</summary>
public static class Entropy
{
    /// <summary>Measures a text.</summary>
    /// <param name="text">The bytes.</param>
    /// <returns>Bits per byte.</returns>
    public static double BitsPerByte(ReadOnlySpan<byte> text)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var b in text)
        {
            counts[b]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / text.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }
}

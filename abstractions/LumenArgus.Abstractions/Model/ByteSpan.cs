namespace LumenArgus.Abstractions.Model;

/// <summary>A range of bytes in a request body as it was received (after content decoding).</summary>
/// <param name="Start">First byte, from 0.</param>
/// <param name="Length">Number of bytes, 0 or more.</param>
public readonly record struct ByteSpan(int Start, int Length)
{
    /// <summary>The byte behind the last one.</summary>
    public int End => Start + Length;

    /// <summary>Whether the two ranges share a byte.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True if they share at least one byte.</returns>
    public bool Overlaps(ByteSpan other) => Start < other.End && other.Start < End;
}

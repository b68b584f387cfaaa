namespace LumenArgus.Scanning.Decoding;

/// <summary>Where the bytes of a decoded block came from. Asked in ascending order.</summary>
internal interface ISourcePlaces
{
    /// <summary>The start of the encoded unit that became a byte of the block, and how many bytes of the unit come before it.</summary>
    (int Start, int Skip) Of(int offset);
}

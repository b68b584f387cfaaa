namespace LumenArgus.Scanning.Decoding;

/// <summary>Reads a text block after block and remembers of each what its pairs with the next one need. A structure for each kind of processor, so that the loop over it calls nothing.</summary>
internal interface IEncodedBlocks
{
    /// <summary>Reads the next 64 bytes.</summary>
    /// <param name="block">The first of them.</param>
    /// <param name="wanted">The kinds of pairs that count.</param>
    EncodedBits Next(ref byte block, byte wanted);
}

namespace LumenArgus.Scanning.Decoding;

/// <summary>What stands in 64 bytes of a text, a bit for each byte.</summary>
internal struct EncodedBits
{
    /// <summary>The characters of both alphabets of base64.</summary>
    public ulong Base64;

    public ulong Hex;

    /// <summary>What stands between two bytes in hex.</summary>
    public ulong Delimiter;

    /// <summary>The first digit behind <c>0x</c>.</summary>
    public ulong HexPrefix;

    /// <summary>The second bytes of all other pairs (see <see cref="EncodedPairs"/>).</summary>
    public ulong Pairs;

    public bool HasNonAscii;
}

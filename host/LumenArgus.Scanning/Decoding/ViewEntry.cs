namespace LumenArgus.Scanning.Decoding;

/// <summary>A text made from fields: decoded, normalised or joined.</summary>
internal struct ViewEntry
{
    public int Chunk;
    public int Start;
    public int Length;
    public int FirstPiece;
    public int PieceCount;

    /// <summary>The field that its first byte came from.</summary>
    public int Root;

    /// <summary>Encodings inside each other that were undone.</summary>
    public byte Depth;

    /// <summary>What was done to its source.</summary>
    public TextEncodings Encodings;

    /// <summary>What was done on the whole way from the body.</summary>
    public TextEncodings Chain;
}

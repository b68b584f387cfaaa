namespace LumenArgus.Scanning.Decoding;

/// <summary>A stretch of a view and where it came from. It ends where the next one begins.</summary>
internal struct ViewPiece
{
    /// <summary>First byte in the view.</summary>
    public int Text;

    /// <summary>The field or view it was made from.</summary>
    public int Source;

    /// <summary>First byte in the source.</summary>
    public int SourceStart;

    /// <summary>Where the encoded run ends in the source, padding included; for base64 and hex.</summary>
    public int SourceEnd;

    public PieceKind Kind;

    /// <summary>Bytes of the first unit that are not in the piece: base64 comes in threes.</summary>
    public byte Skip;
}

namespace LumenArgus.Scanning.Decoding;

/// <summary>How the bytes of a piece came from their source.</summary>
internal enum PieceKind : byte
{
    /// <summary>As they are.</summary>
    Copy,

    /// <summary>Put between two pieces; nothing of the source.</summary>
    Gap,

    /// <summary>Escapes of single characters, with text between them.</summary>
    Characters,

    QuotedPrintable,

    /// <summary>A field of a form.</summary>
    Form,

    /// <summary>Characters replaced by the ASCII they stand for.</summary>
    Normalized,

    Base64,

    Hex,

    /// <summary>Decompressed, or from UTF-16: every byte may depend on all of the source.</summary>
    Compressed,
}

namespace LumenArgus.Scanning.Decoding;

/// <summary>What is decoded before detection, and how far. The names are those of section <c>encoding_decode</c>.</summary>
public sealed record DecodeOptions
{
    /// <summary>Nothing is decoded.</summary>
    public static DecodeOptions Off { get; } = new() { Enabled = false };

    /// <summary>Whether the stage runs at all; without it the texts are scanned as they are, split values are not joined.</summary>
    /// <value>Default true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>base64 and base64url, padded or not, wrapped or not, and gzip or zlib inside.</summary>
    /// <value>Default true.</value>
    public bool Base64 { get; init; } = true;

    /// <summary>Runs of hexadecimal digits, also with delimiters between the bytes.</summary>
    /// <value>Default true.</value>
    public bool Hex { get; init; } = true;

    /// <summary>The encodings of transport: percent (<c>%5F</c>, <c>%u005F</c>) and quoted-printable (<c>=5F</c>, soft line breaks).</summary>
    /// <value>Default true.</value>
    public bool Url { get; init; } = true;

    /// <summary>
    /// Names of characters: <c>\u005F</c>, <c>\x5F</c>, HTML character references. Also undoes disguises: invisible characters, compatibility
    /// forms and letters that look like ASCII.
    /// </summary>
    /// <value>Default true.</value>
    public bool Unicode { get; init; } = true;

    /// <summary>Encodings inside each other that are undone. Joining and undoing a disguise do not count.</summary>
    /// <value>1 to 5. Default 2.</value>
    public int MaxDepth { get; init; } = 2;

    /// <summary>Readable bytes in a row that make the content of base64 or hex worth a look.</summary>
    /// <value>1 to 100. Default 8.</value>
    public int MinDecodedLength { get; init; } = 8;

    /// <summary>The most bytes that one encoded piece may decode to; what lies beyond is reported.</summary>
    /// <value>100 to 1,000,000,000. Default 16 MB.</value>
    public int MaxDecodedLength { get; init; } = 1 << 24;

    /// <summary>The most bytes that all pieces of a body may decode to; where the body is large it is twice the body.</summary>
    /// <value>Default 16 MB.</value>
    public long MaxTotalLength { get; init; } = 1 << 24;

    /// <summary>The encodings that are switched on.</summary>
    internal TextEncodings Encodings =>
        !Enabled ? TextEncodings.None
        : TextEncodings.Joined | TextEncodings.Table
            | (Base64 ? TextEncodings.Base64 | TextEncodings.Compressed : TextEncodings.None)
            | (Hex ? TextEncodings.Hex : TextEncodings.None)
            | (Url ? TextEncodings.Url | TextEncodings.QuotedPrintable : TextEncodings.None)
            | (Unicode ? TextEncodings.Unicode | TextEncodings.Html | TextEncodings.Normalized : TextEncodings.None);
}

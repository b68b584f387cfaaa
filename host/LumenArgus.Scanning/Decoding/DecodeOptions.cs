namespace LumenArgus.Scanning.Decoding;

/// <summary>Which encodings are undone before the rules look at a text, and how far.</summary>
public sealed record DecodeOptions
{
    /// <summary>Whether encoded text is decoded at all.</summary>
    /// <value>Default true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>Base64 and base64url.</summary>
    /// <value>Default true.</value>
    public bool Base64 { get; init; } = true;

    /// <summary>Hexadecimal digits.</summary>
    /// <value>Default true.</value>
    public bool Hex { get; init; } = true;

    /// <summary>Percent encoding.</summary>
    /// <value>Default true.</value>
    public bool Url { get; init; } = true;

    /// <summary>Escapes such as <c>\u0041</c>.</summary>
    /// <value>Default true.</value>
    public bool Unicode { get; init; } = true;

    /// <summary>How many encodings may lie in each other.</summary>
    /// <value>1 to 5, default 2.</value>
    public int MaxDepth { get; init; } = 2;

    /// <summary>Decoded text that is shorter is not looked at.</summary>
    /// <value>Bytes, 1 to 100, default 8.</value>
    public int MinDecodedLength { get; init; } = 8;

    /// <summary>The most that is decoded of one encoded text; the rest is reported as not scanned.</summary>
    /// <value>Bytes, default 1,000,000.</value>
    public int MaxDecodedLength { get; init; } = 1_000_000;
}

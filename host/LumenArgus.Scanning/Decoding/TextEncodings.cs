namespace LumenArgus.Scanning.Decoding;

/// <summary>How a text differs from the one it was made from.</summary>
[Flags]
internal enum TextEncodings : ushort
{
    None = 0,
    Joined = 1 << 0,
    Base64 = 1 << 1,
    Compressed = 1 << 2,
    Hex = 1 << 3,
    Url = 1 << 4,
    QuotedPrintable = 1 << 5,
    Unicode = 1 << 6,
    Html = 1 << 7,
    Normalized = 1 << 8,

    /// <summary>Cells of a table, each with the name of its column.</summary>
    Table = 1 << 9,

    /// <summary>Those that are undone together, because they replace single characters and may be mixed.</summary>
    Characters = Url | Unicode | Html,
}

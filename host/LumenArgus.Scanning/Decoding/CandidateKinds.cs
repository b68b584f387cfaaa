namespace LumenArgus.Scanning.Decoding;

/// <summary>What a place of a text may be.</summary>
[Flags]
internal enum CandidateKinds
{
    None = 0,

    /// <summary>The 20th or a later character of a run of base64.</summary>
    Base64 = 1,

    /// <summary>The 16th or a later digit of a run of hex.</summary>
    Hex = 2,

    /// <summary>A digit of delimited hex.</summary>
    DelimitedHex = 4,

    /// <summary>The second byte of an escape.</summary>
    Character = 8,

    /// <summary>The byte behind an equals sign.</summary>
    QuotedPrintable = 16,

    /// <summary>The byte behind the quote or backslash that may end a part of a string.</summary>
    Junction = 32,

    /// <summary>The byte behind two dashes that may be the rule below the names of a table.</summary>
    Table = 64,
}

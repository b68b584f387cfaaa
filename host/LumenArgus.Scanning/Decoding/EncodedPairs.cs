namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// The pairs of bytes at which something may be encoded, a bit for each kind of pair: those of the first byte, those of the second, and where it matters those of
/// the byte before the two.
/// </summary>
internal static class EncodedPairs
{
    public const byte Percent = 1;
    public const byte Escape = 2;
    public const byte Reference = 4;
    public const byte EqualsSign = 8;
    public const byte Quote = 16;
    public const byte Continuation = 32;

    /// <summary>The letter and the digit behind the zero of a hexadecimal number.</summary>
    public const byte HexPrefix = 64;

    /// <summary>Dashes and what stands between two columns.</summary>
    public const byte Dashes = 128;

    public const byte Base64Character = 1;
    public const byte HexDigit = 2;
    public const byte HexDelimiter = 4;

    /// <summary>The pairs that depend on whether a token stands before them.</summary>
    public const byte Junctions = Quote | Continuation;

    /// <summary>The pairs for which it does not matter what stands before them.</summary>
    public const byte WithoutContext = Characters | EqualsSign;

    /// <summary>Entries of the tables below. Bytes above are in no set.</summary>
    public const int AsciiTable = 128;

    /// <summary>By the byte before a pair: what is joined with something else is most often a sentence; a token goes up to the quote (which may be an escaped one).</summary>
    public static readonly byte[] Contexts = Table(c => (byte)((char.IsAsciiHexDigit(c) ? HexPrefix : 0) | (IsBase64(c) || c is '=' or '\\' ? Junctions : 0) | (c == '-' ? Dashes : 0)));

    public static readonly byte[] Firsts = Table(c => c switch
    {
        '%' => Percent,
        '\\' => Escape | Continuation,
        '&' or '\u001B' => Reference,
        '=' => EqualsSign,
        '"' or '\'' or '`' => Quote,
        'x' or 'X' => HexPrefix,
        '-' => Dashes,
        _ => 0,
    });

    // The equals sign and the bracket behind a quote come with the semicolon and the other bracket: so these have one look-up (ByteSets).
    public static readonly byte[] Seconds = Table(c => (byte)(
        (char.IsAsciiHexDigit(c) ? Percent | EqualsSign | HexPrefix : 0)
        | (c is 'u' or 'x' or '/' or 'U' or 'X' or '_' or '%' or '(' or '\u007F' ? Percent | Escape : 0)
        | (char.IsAsciiLetter(c) || c is '#' or '[' ? Reference : 0)
        | (c is '\n' or '\r' or '\t' ? EqualsSign | Quote | Continuation : 0)
        | (c is ' ' or '"' or '\'' or '&' or '+' or '.' or ')' or '|' or '<' or ';' or ']' or '=' or '[' ? Quote : 0)
        | (c is ' ' or '|' or '+' or ':' ? Dashes : 0)));

    /// <summary>The classes of single bytes.</summary>
    public static readonly byte[] Classes = Table(c => (byte)(
        (IsBase64(c) ? Base64Character : 0)
        | (char.IsAsciiHexDigit(c) ? HexDigit : 0)
        | (c is ' ' or ',' or '-' or ':' ? HexDelimiter : 0)));

    private const byte Characters = Percent | Escape | Reference;

    /// <summary>The kinds of pairs that belong to encodings.</summary>
    public static byte Of(TextEncodings enabled) => (byte)(
        Has(enabled, TextEncodings.Url, Percent)
        | Has(enabled, TextEncodings.Unicode, Escape)
        | Has(enabled, TextEncodings.Html, Reference)
        | Has(enabled, TextEncodings.QuotedPrintable, EqualsSign)
        | Has(enabled, TextEncodings.Joined, Junctions)
        | Has(enabled, TextEncodings.Hex, HexPrefix)
        | Has(enabled, TextEncodings.Table, Dashes));

    /// <summary>The kinds of the pair that ends at a place, of those that are wanted.</summary>
    public static CandidateKinds KindsAt(ReadOnlySpan<byte> text, int second, byte wanted)
    {
        var pair = PairAt(text, second) & wanted;
        return ((pair & Characters) != 0 ? CandidateKinds.Character : CandidateKinds.None)
            | ((pair & EqualsSign) != 0 ? CandidateKinds.QuotedPrintable : CandidateKinds.None)
            | ((pair & Junctions) != 0 ? CandidateKinds.Junction : CandidateKinds.None)
            | ((pair & Dashes) != 0 ? CandidateKinds.Table : CandidateKinds.None);
    }

    /// <summary>The entry of a byte in one of the tables.</summary>
    public static byte LookUp(byte[] table, byte character) => character < AsciiTable ? table[character] : (byte)0;

    private static int PairAt(ReadOnlySpan<byte> text, int second)
    {
        var before = second > 1 ? LookUp(Contexts, text[second - 2]) : 0;
        return second == 0 ? 0 : LookUp(Seconds, text[second]) & LookUp(Firsts, text[second - 1]) & (before | WithoutContext);
    }

    private static byte Has(TextEncodings enabled, TextEncodings encoding, byte kinds) => (enabled & encoding) != TextEncodings.None ? kinds : (byte)0;

    private static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_';

    private static byte[] Table(Func<char, byte> bitsOf) => [.. Enumerable.Range(0, AsciiTable).Select(c => bitsOf((char)c))];
}

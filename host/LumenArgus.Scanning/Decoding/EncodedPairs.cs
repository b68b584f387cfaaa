using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// The pairs of bytes at which something may be encoded, a bit for each kind of pair: those of the first byte, those of the second, and where it matters those of
/// the byte before the two. One look-up per byte for each of them tells all kinds apart.
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

    private const byte Characters = Percent | Escape | Reference;
    private const byte WithoutContext = Characters | EqualsSign;
    private const byte Junctions = Quote | Continuation;
    private const int AsciiTable = 128;

    // What is joined with something else is most often a sentence; a token goes up to the quote (which may be an escaped one).
    private static readonly byte[] BeforeTable = Table(c => (byte)((char.IsAsciiHexDigit(c) ? HexPrefix : 0) | (IsBase64(c) || c is '=' or '\\' ? Junctions : 0) | (c == '-' ? Dashes : 0)));

    private static readonly byte[] FirstTable = Table(c => c switch
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

    private static readonly byte[] SecondTable = Table(c => (byte)(
        (char.IsAsciiHexDigit(c) ? Percent | EqualsSign | HexPrefix : 0)
        | (c is 'u' or 'x' or '/' or 'U' or 'X' or '_' or '%' or '(' or '\u007F' ? Percent | Escape : 0)
        | (char.IsAsciiLetter(c) || c is '#' or '[' ? Reference : 0)
        | (c is '\n' or '\r' or '\t' ? EqualsSign | Quote | Continuation : 0)
        | (c is ' ' or '"' or '\'' or '&' or '+' or '.' or '|' or ']' ? Quote : 0)
        | (c is ' ' or '|' or '+' or ':' ? Dashes : 0)));

    private static readonly byte[] ClassTable = Table(c => (byte)(
        (IsBase64(c) ? Base64Character : 0)
        | (char.IsAsciiHexDigit(c) ? HexDigit : 0)
        | (c is ' ' or ',' or '-' or ':' ? HexDelimiter : 0)));

    private static readonly Vector512<byte> OneBack = Vector512.Create([.. Enumerable.Range(0, 64).Select(place => (byte)(place + 63))]);

    public static bool IsSupported => Avx512Vbmi.IsSupported;

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

    /// <summary>The kinds of pairs that end in a block, and the classes of its bytes; of what stands before it <paramref name="before"/> knows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<byte> Pairs, Vector512<byte> Classes) Read(Vector512<byte> block, ref Carry before)
    {
        var isOther = Vector512.LessThan(block.AsSByte(), Vector512<sbyte>.Zero).AsByte();
        var context = LookUp(BeforeTable, block, isOther);
        var first = LookUp(FirstTable, block, isOther);
        var firstInContext = first & (Avx512Vbmi.PermuteVar64x8x2(before.Context, OneBack, context) | Vector512.Create(WithoutContext));
        var pairs = LookUp(SecondTable, block, isOther) & Avx512Vbmi.PermuteVar64x8x2(before.First, OneBack, firstInContext);
        before = new Carry(context, firstInContext);
        return (pairs, LookUp(ClassTable, block, isOther));
    }

    private static int PairAt(ReadOnlySpan<byte> text, int second)
    {
        var before = second > 1 ? LookUp(BeforeTable, text[second - 2]) : 0;
        return second == 0 ? 0 : LookUp(SecondTable, text[second]) & LookUp(FirstTable, text[second - 1]) & (before | WithoutContext);
    }

    private static int LookUp(byte[] table, byte character) => character < AsciiTable ? table[character] : 0;

    // Seven bits are looked up.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> LookUp(byte[] table, Vector512<byte> block, Vector512<byte> isOther)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(table);
        return Vector512.AndNot(Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref first), block, Vector512.LoadUnsafe(ref first, AsciiTable / 2)), isOther);
    }

    private static byte Has(TextEncodings enabled, TextEncodings encoding, byte kinds) => (enabled & encoding) != TextEncodings.None ? kinds : (byte)0;

    private static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_';

    private static byte[] Table(Func<char, byte> bitsOf) => [.. Enumerable.Range(0, AsciiTable).Select(c => bitsOf((char)c))];

    /// <summary>What is known of the block before: what its bytes allow behind them, and which of them begin a pair.</summary>
    internal readonly record struct Carry(Vector512<byte> Context, Vector512<byte> First);
}

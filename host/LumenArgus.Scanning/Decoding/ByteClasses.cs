using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// The classes of 64 bytes, a bit per byte each. Two pairs of look-ups, one for each half of a byte, tell sixteen sets apart; a bit of a table is a set of low
/// halves that some high halves share.
/// </summary>
internal struct ByteClasses
{
    public const int Block = 64;

    /// <summary>The characters of both alphabets of base64.</summary>
    public ulong Base64;

    public ulong Hex;

    /// <summary>What stands between two bytes in hex.</summary>
    public ulong Delimiter;

    public ulong Percent;
    public ulong Backslash;
    /// <summary>The ampersand, and the escape character of terminals.</summary>
    public ulong Ampersand;
    public ulong EqualsSign;
    public ulong Quote;

    /// <summary>What an escape has behind its backslash (and some that no escape has).</summary>
    public ulong EscapeLetter;

    /// <summary>The letter behind the zero of a hexadecimal number.</summary>
    public ulong X;

    /// <summary>Letters, the number sign and the bracket behind an escape character.</summary>
    public ulong ReferenceStart;

    /// <summary>Line ends and tabs.</summary>
    public ulong LineEnd;

    /// <summary>What can stand between a closing quote and the operator that joins strings, the first byte of the operators, and the end of a list.</summary>
    public ulong AfterQuote;

    public ulong Dash;

    /// <summary>What stands between two columns of a table, in the rule below their names.</summary>
    public ulong AfterDash;

    public ulong NonAscii;

    /// <summary>The classes of the block at an offset, or of the fewer bytes that the text has.</summary>
    public static ByteClasses Read(ReadOnlySpan<byte> text, int start)
    {
        var rest = text[start..];
        if (!Vector256.IsHardwareAccelerated)
        {
            return ReadOneByOne(rest.Length > Block ? rest[..Block] : rest);
        }

        var block = TextBlock.Load(text, start, 0);
        Read(ref Unsafe.As<Vector512<byte>, byte>(ref block), out var classes);
        return classes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(ref byte block, out ByteClasses classes)
    {
        var low = Half.Of(Vector256.LoadUnsafe(ref block));
        var high = Half.Of(Vector256.LoadUnsafe(ref block, 32));
        classes.Base64 = Not(low.One & Vector256.Create((byte)0x1F), high.One & Vector256.Create((byte)0x1F));
        classes.Hex = Not(low.Two & Vector256.Create((byte)0x0C), high.Two & Vector256.Create((byte)0x0C));
        classes.Delimiter = Top(low.Two | low.Colon, high.Two | high.Colon);
        classes.Percent = Bit(low.One, high.One, 2);
        classes.Backslash = Bit(low.One, high.One, 1);
        classes.EqualsSign = Top(low.One, high.One);
        classes.Ampersand = Bit(low.Two, high.Two, 7) | Top(low.Is('\u001B'), high.Is('\u001B'));
        classes.Quote = Bit(low.Two, high.Two, 6) | Top(low.Is('`'), high.Is('`'));
        classes.EscapeLetter = Bit(low.Two, high.Two, 3);
        classes.X = Top(low.X, high.X);
        classes.LineEnd = Bit(low.Two, high.Two, 2);
        classes.ReferenceStart = Not(low.One & Vector256.Create((byte)0x0C) | low.Number, high.One & Vector256.Create((byte)0x0C) | high.Number);
        classes.AfterQuote = Bit(low.Two, high.Two, 1) | classes.LineEnd | Top(low.Bar | low.Is(']'), high.Bar | high.Is(']'));
        classes.Dash = Top(low.Is('-'), high.Is('-'));
        classes.AfterDash = Top(low.Is(' ') | low.Is('+') | low.Bar | low.Colon, high.Is(' ') | high.Is('+') | high.Bar | high.Colon);
        classes.NonAscii = Top(low.Bytes, high.Bytes);
    }

    /// <summary>The same without vectors, at most 64 bytes.</summary>
    public static ByteClasses ReadOneByOne(ReadOnlySpan<byte> block)
    {
        var classes = default(ByteClasses);
        for (var i = 0; i < block.Length; i++)
        {
            var c = (char)block[i];
            Set(ref classes.Base64, char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_', i);
            Set(ref classes.Hex, char.IsAsciiHexDigit(c), i);
            Set(ref classes.Delimiter, c is ' ' or ',' or '-' or ':', i);
            Set(ref classes.Percent, c == '%', i);
            Set(ref classes.Backslash, c == '\\', i);
            Set(ref classes.Ampersand, c is '&' or '\u001B', i);
            Set(ref classes.EqualsSign, c == '=', i);
            Set(ref classes.Quote, c is '"' or '\'' or '`', i);
            Set(ref classes.EscapeLetter, c is 'u' or 'x' or '/' or 'U' or 'X' or '_' or '%' or '(' or '\u007F', i);
            Set(ref classes.X, c is 'x' or 'X', i);
            Set(ref classes.ReferenceStart, char.IsAsciiLetter(c) || c is '#' or '[', i);
            Set(ref classes.LineEnd, c is '\n' or '\r' or '\t', i);
            Set(ref classes.AfterQuote, c is '\n' or '\r' or '\t' or ' ' or '"' or '\'' or '&' or '+' or '.' or '|' or ']', i);
            Set(ref classes.Dash, c == '-', i);
            Set(ref classes.AfterDash, c is ' ' or '|' or '+' or ':', i);
            Set(ref classes.NonAscii, c >= 0x80, i);
        }

        return classes;
    }

    private static void Set(ref ulong mask, bool isMember, int index) => mask |= isMember ? 1ul << index : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Top(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);

    // Shifted within pairs of bytes: what comes over from the neighbour does not reach the top.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bit(Vector256<byte> low, Vector256<byte> high, int shift) =>
        Top((low.AsUInt16() << shift).AsByte(), (high.AsUInt16() << shift).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Not(Vector256<byte> low, Vector256<byte> high) =>
        ~Top(Vector256.Equals(low, Vector256<byte>.Zero), Vector256.Equals(high, Vector256<byte>.Zero));

    private readonly ref struct Half
    {
        public required Vector256<byte> Bytes { get; init; }

        public required Vector256<byte> One { get; init; }

        public required Vector256<byte> Two { get; init; }

        public Vector256<byte> Colon => Is(':');

        public Vector256<byte> X => Vector256.Equals(Bytes | Vector256.Create((byte)0x20), Vector256.Create((byte)'x'));

        public Vector256<byte> Number => Is('#') | Is('[');

        public Vector256<byte> Bar => Is('|');

        public Vector256<byte> Is(char character) => Vector256.Equals(Bytes, Vector256.Create((byte)character));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Half Of(Vector256<byte> bytes)
        {
            var low = bytes & Vector256.Create((byte)0xF);
            var high = (bytes.AsUInt16() >>> 4).AsByte() & Vector256.Create((byte)0xF);
            return new Half
            {
                Bytes = bytes,
                One = ByteSets.LookUp(
                        Vector128.Create((byte)0x0A, 0x0E, 0x0E, 0x0E, 0x0E, 0x2E, 0x0E, 0x0E, 0x0E, 0x0E, 0x0C, 0x05, 0x44, 0x85, 0x04, 0x15), low)
                    & ByteSets.LookUp(Vector128.Create((byte)0, 0, 33, 130, 4, 88, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0), high),
                Two = ByteSets.LookUp(
                        Vector128.Create((byte)0xC4, 0x0C, 0x4E, 0x0C, 0x0C, 0x1C, 0x4D, 0x46, 0x14, 0x24, 0x20, 0x40, 0x80, 0xA0, 0x40, 0x10), low)
                    & ByteSets.LookUp(Vector128.Create((byte)32, 0, 211, 4, 8, 16, 8, 16, 0, 0, 0, 0, 0, 0, 0, 0), high),
            };
        }
    }
}

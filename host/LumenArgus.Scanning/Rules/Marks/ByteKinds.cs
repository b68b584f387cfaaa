using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>The kinds of the characters of 64 bytes, a bit per byte each.</summary>
internal ref struct ByteKinds
{
    public const int Block = 64;

    public ulong Lower;
    public ulong Upper;
    public ulong Digit;

    /// <summary>The marks of tokens: the other characters of both alphabets of base64.</summary>
    public ulong TokenMark;

    /// <summary>What a password in quotes or behind a name can have.</summary>
    public ulong Password;

    /// <summary>Marks that stand in passwords and seldom between the letters of program text.</summary>
    public ulong PasswordMark;

    /// <summary>Those of them that are seldom an operator between two names.</summary>
    public ulong StrongMark;

    public ulong Colon;

    private const byte LowerBit = 1;
    private const byte UpperBit = 2;
    private const byte DigitBit = 4;
    private const byte TokenMarkBit = 8;
    private const byte PasswordBit = 16;
    private const byte PasswordMarkBit = 32;
    private const byte ColonBit = 64;
    private const byte StrongMarkBit = 128;
    private const byte FirstNonAscii = 0x80;

    private static ReadOnlySpan<byte> TokenMarks => "_-+/"u8;

    private static ReadOnlySpan<byte> NoPassword => " \"'`\\,;()<>"u8;

    private static ReadOnlySpan<byte> PasswordMarks => "!#$%^&*?@~+"u8;

    private static ReadOnlySpan<byte> StrongMarks => "!#$%^@~"u8;

    // The same sets as below, divided into such that two look-ups tell.
    private static readonly ByteSets FirstSets = ByteSets.Of("abcdefghijklmno", "pqrstuvwxyz", "ABCDEFGHIJKLMNO", "PQRSTUVWXYZ", "0123456789", "+-/", "_", ":");
    private static readonly ByteSets SecondSets = ByteSets.Of("\t\n\v\f\r", " \"'(),", ";<>", "\\", "`", "!#$%", "@", "^~");
    private static readonly ByteSets ThirdSets = ByteSets.Of("&*+", "?");

    // The bits of each ASCII character.
    private static readonly byte[] Table = [.. Enumerable.Range(0, FirstNonAscii).Select(value => BitsOf((byte)value))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(Vector512<byte> bytes, out ByteKinds kinds)
    {
        if (!Avx512Vbmi.IsSupported)
        {
            ReadHalves(bytes, out kinds);
            return;
        }

        ref var table = ref MemoryMarshal.GetArrayDataReference(Table);
        var isOther = Vector512.LessThan(bytes.AsSByte(), Vector512<sbyte>.Zero).AsByte();
        var bits = Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table), bytes, Vector512.LoadUnsafe(ref table, Block));
        bits = Vector512.ConditionalSelect(isOther, Vector512.Create(PasswordBit), bits);
        kinds.Lower = Has(bits, LowerBit);
        kinds.Upper = Has(bits, UpperBit);
        kinds.Digit = Has(bits, DigitBit);
        kinds.TokenMark = Has(bits, TokenMarkBit);
        kinds.Password = Has(bits, PasswordBit);
        kinds.PasswordMark = Has(bits, PasswordMarkBit);
        kinds.Colon = Has(bits, ColonBit);
        kinds.StrongMark = Has(bits, StrongMarkBit);
    }

    /// <summary>The same for processors without that look-up; one by one where there are no vectors at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ReadHalves(Vector512<byte> bytes, out ByteKinds kinds)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            ReadOneByOne(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Vector512<byte>, byte>(ref bytes), Block), out kinds);
            return;
        }

        var (low, high) = (Half.Of(bytes.GetLower()), Half.Of(bytes.GetUpper()));
        kinds.Lower = Any(low.First, high.First, 0b0000_0011);
        kinds.Upper = Any(low.First, high.First, 0b0000_1100);
        kinds.Digit = Any(low.First, high.First, 0b0001_0000);
        kinds.TokenMark = Any(low.First, high.First, 0b0110_0000);
        kinds.Colon = Any(low.First, high.First, 0b1000_0000);
        kinds.Password = ~Any(low.Second, high.Second, 0b0001_1111);
        kinds.StrongMark = Any(low.Second, high.Second, 0b1110_0000);
        kinds.PasswordMark = kinds.StrongMark | Any(low.Third, high.Third, 0b0000_0011);
    }

    /// <summary>The same without vectors, at most 64 bytes.</summary>
    public static void ReadOneByOne(ReadOnlySpan<byte> block, out ByteKinds kinds)
    {
        kinds = default;
        for (var i = 0; i < block.Length; i++)
        {
            var bits = block[i] < FirstNonAscii ? Table[block[i]] : PasswordBit;
            kinds.Lower |= Bit(bits, LowerBit) << i;
            kinds.Upper |= Bit(bits, UpperBit) << i;
            kinds.Digit |= Bit(bits, DigitBit) << i;
            kinds.TokenMark |= Bit(bits, TokenMarkBit) << i;
            kinds.Password |= Bit(bits, PasswordBit) << i;
            kinds.PasswordMark |= Bit(bits, PasswordMarkBit) << i;
            kinds.Colon |= Bit(bits, ColonBit) << i;
            kinds.StrongMark |= Bit(bits, StrongMarkBit) << i;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Has(Vector512<byte> bits, byte bit) => Vector512.Equals(bits & Vector512.Create(bit), Vector512.Create(bit)).ExtractMostSignificantBits();

    // Which bytes are in one of some sets.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Any(Vector256<byte> low, Vector256<byte> high, byte sets)
    {
        var (inLow, inHigh) = (Vector256.Equals(low & Vector256.Create(sets), Vector256<byte>.Zero), Vector256.Equals(high & Vector256.Create(sets), Vector256<byte>.Zero));
        return ~(inLow.ExtractMostSignificantBits() | ((ulong)inHigh.ExtractMostSignificantBits() << (Block / 2)));
    }

    private static ulong Bit(int bits, int bit) => (bits & bit) == 0 ? 0UL : 1;

    private static byte BitsOf(byte value) => (byte)(
        (char.IsAsciiLetterLower((char)value) ? LowerBit : 0)
        | (char.IsAsciiLetterUpper((char)value) ? UpperBit : 0)
        | (char.IsAsciiDigit((char)value) ? DigitBit : 0)
        | (TokenMarks.Contains(value) ? TokenMarkBit : 0)
        | (value is < (byte)'\t' or > (byte)'\r' && !NoPassword.Contains(value) ? PasswordBit : 0)
        | (PasswordMarks.Contains(value) ? PasswordMarkBit : 0)
        | (StrongMarks.Contains(value) ? StrongMarkBit : 0)
        | (value == ':' ? ColonBit : 0));

    private readonly struct Half
    {
        private const byte FourBits = 0x0F;

        public required Vector256<byte> First { get; init; }

        public required Vector256<byte> Second { get; init; }

        public required Vector256<byte> Third { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Half Of(Vector256<byte> bytes)
        {
            var low = bytes & Vector256.Create(FourBits);
            var high = (bytes.AsUInt16() >>> 4).AsByte() & Vector256.Create(FourBits);
            return new Half { First = FirstSets.Find(low, high), Second = SecondSets.Find(low, high), Third = ThirdSets.Find(low, high) };
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>
/// Finds the marks of block after block. A mask of runs of n that end at a byte gives that of 2n with one shift, for five kinds of runs at once; what is missing for
/// so long is a run as well.
/// </summary>
internal struct MarkRuns
{
    private const int Bits = 64;
    private const int FewestDigits = 4;
    private const int Token = 0;
    private const int OneCase = 1;
    private const int Password = 2;
    private const int NotOdd = 3;
    private const int NotMeeting = 4;

    private Vector512<ulong> _one;
    private Vector512<ulong> _two;
    private Vector512<ulong> _four;
    private Vector512<ulong> _eight;
    private ulong _noneMeets;
    private ulong _second;
    private ulong _lower;
    private ulong _upper;
    private ulong _digit;
    private ulong _strong;
    private ulong _colon;
    private ulong _tokenMark;

    public MarkRuns()
    {
        // Nothing stands before a text.
        _one = _two = _four = _eight = Vector512.Create(0, 0, 0, ulong.MaxValue, ulong.MaxValue, 0, 0, 0);
        _noneMeets = ulong.MaxValue;
    }

    /// <summary>The marks that are complete in the next 64 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MarkSet Next(Vector512<byte> block)
    {
        ByteKinds.Read(block, out var now);
        var lower1 = Behind(now.Lower, _lower, 1);
        var upper1 = Behind(now.Upper, _upper, 1);
        var digit1 = Behind(now.Digit, _digit, 1);
        var letter = now.Lower | now.Upper;
        var letter1 = lower1 | upper1;

        // In a name a capital begins a word of three letters or more: not aBcD, and not aBC either.
        var capital = now.Upper & ((lower1 & Behind(now.Upper, _upper, 2)) | (upper1 & Behind(now.Lower, _lower, 2)));
        var strong = now.StrongMark & (letter1 | digit1);
        var meeting = capital | (now.Digit & letter1) | (letter & digit1) | (now.PasswordMark & (letter1 | digit1)) | ((letter | now.Digit) & Behind(strong, _strong, 1));
        var one = Vector512.Create(
            letter | now.Digit | now.TokenMark, (now.Lower & lower1) | (now.Upper & upper1), now.Password, ~(now.Digit | capital), ~meeting, 0, 0, 0);
        var two = one & ((one << 1) | (_one >>> (Bits - 1)));
        var four = two & ((two << 2) | (_two >>> (Bits - 2)));
        var eight = four & ((four << 4) | (_four >>> (Bits - 4)));
        var sixteen = eight & ((eight << 8) | (_eight >>> (Bits - 8)));
        var fifteen = eight & ((eight << 7) | (_eight >>> (Bits - 7)));

        // Fifteen pairs are sixteen letters.
        var found = ((sixteen[Token] & ~sixteen[NotOdd]) | fifteen[OneCase]) != 0 ? MarkSet.Drawn : MarkSet.None;

        // Without a branch: every second block has one.
        found |= (MarkSet)((int)((now.Digit | (0 - now.Digit)) >> (Bits - 1)) * (int)MarkSet.Digit);

        // A second place among the fifteen behind the first, and eight characters around it.
        var noneMeets = fifteen[NotMeeting];
        var second = meeting & ~Behind(noneMeets, _noneMeets, 1);
        if ((second | _second) != 0 && (new WideMask(second, _second).Near8().Now & eight[Password]) != 0)
        {
            found |= MarkSet.Mixed;
        }

        if (BitOperations.PopCount(now.Digit) + BitOperations.PopCount(_digit >> (Bits - BlockMarks.DigitBytes)) >= FewestDigits && new WideMask(now.Digit, _digit).FourOf8().Now != 0)
        {
            found |= MarkSet.Digits;
        }

        if ((now.TokenMark & Behind(now.TokenMark, _tokenMark, 1) & Behind(now.Colon, _colon, 2)) != 0)
        {
            found |= MarkSet.Url;
        }

        (_one, _two, _four, _eight) = (one, two, four, eight);
        (_noneMeets, _second, _lower, _upper, _digit) = (noneMeets, second, now.Lower, now.Upper, now.Digit);
        (_strong, _colon, _tokenMark) = (strong, now.Colon, now.TokenMark);
        return found;
    }

    private static ulong Behind(ulong now, ulong before, int bytes) => (now << bytes) | (before >> (Bits - bytes));
}

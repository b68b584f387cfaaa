using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// One pass over a text that finds every place where something may be encoded, 64 bytes at a time. Runs are found by their length: a mask of runs of n that end at
/// a byte gives that of 2n with one shift.
/// </summary>
internal ref struct CandidateScan(ReadOnlySpan<byte> text, TextEncodings enabled)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly ulong _base64 = Mask(enabled, TextEncodings.Base64);
    private readonly ulong _hex = Mask(enabled, TextEncodings.Hex);
    private readonly ulong _url = Mask(enabled, TextEncodings.Url);
    private readonly ulong _unicode = Mask(enabled, TextEncodings.Unicode);
    private readonly ulong _html = Mask(enabled, TextEncodings.Html);
    private readonly ulong _quoted = Mask(enabled, TextEncodings.QuotedPrintable);
    private readonly ulong _joined = Mask(enabled, TextEncodings.Joined);
    private Runs _last;
    private ByteClasses _before;
    private ulong _found;
    private ulong _runs;
    private ulong _digits;
    private ulong _groups;
    private ulong _characters;
    private ulong _equalsSigns;
    private ulong _junctions;
    private int _block = -ByteClasses.Block;
    private int _runsDone;
    private int _hexDone;

    public int Position { get; private set; }

    public CandidateKinds Kinds { get; private set; }

    /// <summary>Whether what was read so far has a byte above 0x7F.</summary>
    public bool HasNonAscii { get; private set; }

    /// <summary>Goes to the next place.</summary>
    public bool MoveNext()
    {
        while (_found == 0)
        {
            _block += ByteClasses.Block;
            if (_block >= _text.Length)
            {
                return false;
            }

            ReadBlock();
        }

        var bit = BitOperations.TrailingZeroCount(_found);
        _found &= _found - 1;
        Position = _block + bit;
        Kinds = Kind(_runs, bit, CandidateKinds.Base64) | Kind(_digits, bit, CandidateKinds.Hex) | Kind(_groups, bit, CandidateKinds.DelimitedHex)
            | Kind(_characters, bit, CandidateKinds.Character) | Kind(_equalsSigns, bit, CandidateKinds.QuotedPrintable)
            | Kind(_junctions, bit, CandidateKinds.Junction);
        return true;
    }

    /// <summary>Reports no base64 before an offset any more.</summary>
    public void SkipBase64(int end)
    {
        _runsDone = Math.Max(_runsDone, end);
        _runs &= From(_runsDone);
        Combine();
    }

    /// <summary>Reports no hex before an offset any more.</summary>
    public void SkipHex(int end)
    {
        _hexDone = Math.Max(_hexDone, end);
        _digits &= From(_hexDone);
        _groups &= From(_hexDone);
        Combine();
    }

    private static ulong Mask(TextEncodings enabled, TextEncodings encoding) => (enabled & encoding) != TextEncodings.None ? ulong.MaxValue : 0;

    private static CandidateKinds Kind(ulong mask, int bit, CandidateKinds kind) => (mask >> bit & 1) != 0 ? kind : CandidateKinds.None;

    private readonly ulong From(int offset) =>
        offset <= _block ? ulong.MaxValue : offset >= _block + ByteClasses.Block ? 0 : ulong.MaxValue << (offset - _block);

    private void Combine()
    {
        var bit = Position - _block;
        var later = bit is >= 0 and < 63 ? ulong.MaxValue << (bit + 1) : 0;
        _found = (_runs | _digits | _groups | _characters | _equalsSigns | _junctions) & later;
    }

    private void ReadBlock()
    {
        ByteClasses now;
        var rest = _text[_block..];
        if (!Vector256.IsHardwareAccelerated)
        {
            now = ByteClasses.ReadOneByOne(rest.Length > ByteClasses.Block ? rest[..ByteClasses.Block] : rest);
        }
        else if (rest.Length >= ByteClasses.Block)
        {
            ByteClasses.Read(ref MemoryMarshal.GetReference(rest), out now);
        }
        else
        {
            Span<byte> last = stackalloc byte[ByteClasses.Block];
            last.Clear();
            rest.CopyTo(last);
            ByteClasses.Read(ref MemoryMarshal.GetReference(last), out now);
        }

        // Bit n of a mask that was shifted up by k belongs to the byte k before.
        var hex1 = Behind(now.Hex, _before.Hex, 1);
        var percent = Behind(now.Percent, _before.Percent, 1);
        var backslash = Behind(now.Backslash, _before.Backslash, 1);
        var equalsSign = Behind(now.EqualsSign, _before.EqualsSign, 1);
        _characters = (percent & (now.Hex | now.EscapeLetter) & _url)
            | (backslash & now.EscapeLetter & _unicode)
            | (Behind(now.Ampersand, _before.Ampersand, 1) & now.ReferenceStart & _html);
        _equalsSigns = equalsSign & (now.Hex | now.LineEnd) & _quoted;
        // What is joined with something else is most often a sentence; a token goes up to the quote (which may be an escaped one).
        var token = Behind(now.Base64 | now.EqualsSign | now.Backslash, _before.Base64 | _before.EqualsSign | _before.Backslash, 2);
        _junctions = ((Behind(now.Quote, _before.Quote, 1) & now.AfterQuote) | (backslash & now.LineEnd)) & token & _joined;

        var runs = default(Runs);
        runs.Base64 = now.Base64;
        runs.Base64By2 = runs.Base64 & Behind(runs.Base64, _last.Base64, 1);
        runs.Base64By4 = runs.Base64By2 & Behind(runs.Base64By2, _last.Base64By2, 2);
        runs.Base64By8 = runs.Base64By4 & Behind(runs.Base64By4, _last.Base64By4, 4);
        _runs = runs.Base64By8 & Behind(runs.Base64By8, _last.Base64By8, 8) & Behind(runs.Base64By4, _last.Base64By4, 16) & _base64;

        runs.HexBy2 = now.Hex & hex1;
        runs.HexBy4 = runs.HexBy2 & Behind(runs.HexBy2, _last.HexBy2, 2);
        runs.HexBy8 = runs.HexBy4 & Behind(runs.HexBy4, _last.HexBy4, 4);
        _digits = runs.HexBy8 & Behind(runs.HexBy8, _last.HexBy8, 8) & _hex;

        // Two digits, a delimiter, two digits; and that again, 3 bytes (41:4B:49) or 5 (414B 494F) later. Or a digit behind 0x.
        runs.Groups = runs.HexBy2 & Behind(now.Delimiter, _before.Delimiter, 2) & Behind(runs.HexBy2, _last.HexBy2, 3);
        _groups = ((runs.Groups & (Behind(runs.Groups, _last.Groups, 3) | Behind(runs.Groups, _last.Groups, 5)))
            | (now.Hex & Behind(now.X, _before.X, 1) & Behind(now.Hex, _before.Hex, 2))) & _hex;

        HasNonAscii |= now.NonAscii != 0;
        _before = now;
        _last = runs;
        if (_runsDone > _block)
        {
            _runs &= From(_runsDone);
        }

        if (_hexDone > _block)
        {
            _digits &= From(_hexDone);
            _groups &= From(_hexDone);
        }

        _found = _runs | _digits | _groups | _characters | _equalsSigns | _junctions;
    }

    private static ulong Behind(ulong now, ulong before, int bytes) => (now << bytes) | (before >> (64 - bytes));

    /// <summary>Bits of bytes at which a run of so many ends.</summary>
    private struct Runs
    {
        public ulong Base64;
        public ulong Base64By2;
        public ulong Base64By4;
        public ulong Base64By8;
        public ulong HexBy2;
        public ulong HexBy4;
        public ulong HexBy8;
        public ulong Groups;
    }
}

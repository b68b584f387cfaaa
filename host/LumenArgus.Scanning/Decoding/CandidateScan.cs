using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// One pass over a text that finds every place where something may be encoded, 64 bytes at a time. Runs are found by their length: a mask of runs of n that end at
/// a byte gives that of 2n with one shift.
/// </summary>
internal ref struct CandidateScan
{
    private const int Block = TextBlock.Bytes;

    private readonly ReadOnlySpan<byte> _text;
    private readonly ulong _base64;
    private readonly ulong _hex;
    private readonly byte _wanted;
    private readonly int _vectors;
    private EncodedBlocks512 _blocks512;
    private EncodedBlocks256 _blocks256;
    private EncodedBlocks _blocks;
    private Runs _last;
    private ulong _found;
    private ulong _runs;
    private ulong _digits;
    private ulong _groups;
    private ulong _pairs;
    private int _block = -Block;
    private int _runsDone;
    private int _hexDone;

    /// <param name="text">The text.</param>
    /// <param name="enabled">What is looked for.</param>
    /// <param name="vectors">The widest vectors to use, in bits: 512, 256 or 0. A test holds all ways equal.</param>
    public CandidateScan(ReadOnlySpan<byte> text, TextEncodings enabled, int vectors = 512)
    {
        _text = text;
        _base64 = (enabled & TextEncodings.Base64) != TextEncodings.None ? ulong.MaxValue : 0;
        _hex = (enabled & TextEncodings.Hex) != TextEncodings.None ? ulong.MaxValue : 0;
        _wanted = EncodedPairs.Of(enabled);
        _vectors = vectors >= 512 && EncodedBlocks512.IsSupported ? 512 : vectors >= 256 && EncodedBlocks256.IsSupported ? 256 : 0;
    }

    public int Position { get; private set; }

    public CandidateKinds Kinds { get; private set; }

    /// <summary>Whether what was read so far has a byte above 0x7F.</summary>
    public bool HasNonAscii { get; private set; }

    /// <summary>Goes to the next place.</summary>
    public bool MoveNext()
    {
        if (_found == 0)
        {
            if (_vectors >= 512)
            {
                Read(ref _blocks512);
            }
            else if (_vectors >= 256)
            {
                Read(ref _blocks256);
            }
            else
            {
                Read(ref _blocks);
            }

            if (_found == 0)
            {
                return false;
            }
        }

        var bit = BitOperations.TrailingZeroCount(_found);
        _found &= _found - 1;
        Position = _block + bit;
        Kinds = Kind(_runs, bit, CandidateKinds.Base64) | Kind(_digits, bit, CandidateKinds.Hex) | Kind(_groups, bit, CandidateKinds.DelimitedHex)
            | ((_pairs >> bit & 1) != 0 ? EncodedPairs.KindsAt(_text, Position, _wanted) : CandidateKinds.None);
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

    private static CandidateKinds Kind(ulong mask, int bit, CandidateKinds kind) => (mask >> bit & 1) != 0 ? kind : CandidateKinds.None;

    private static ulong Behind(ulong now, ulong before, int bytes) => (now << bytes) | (before >> (64 - bytes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong From(int offset) => offset <= _block ? ulong.MaxValue : offset >= _block + Block ? 0 : ulong.MaxValue << (offset - _block);

    private void Combine()
    {
        var bit = Position - _block;
        var later = bit is >= 0 and < 63 ? ulong.MaxValue << (bit + 1) : 0;
        _found = (_runs | _digits | _groups | _pairs) & later;
    }

    // Up to a block with places of interest, or to the end. No call in the loop: vectors that live over one are kept in memory.
    private void Read<TBlocks>(ref TBlocks state)
        where TBlocks : struct, IEncodedBlocks
    {
        var blocks = state;
        var last = _last;
        while (_found == 0 && _text.Length - _block >= 2 * Block)
        {
            _block += Block;
            Find(blocks.Next(ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), _block), _wanted), ref last);
        }

        state = blocks;
        _last = last;
        if (_found == 0 && _text.Length - _block > Block)
        {
            _block += Block;
            ReadLast(ref state);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadLast<TBlocks>(ref TBlocks state)
        where TBlocks : struct, IEncodedBlocks
    {
        var block = TextBlock.Load(_text, _block, 0);
        Find(state.Next(ref Unsafe.As<Vector512<byte>, byte>(ref block), _wanted), ref _last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Find(EncodedBits now, ref Runs last)
    {
        HasNonAscii |= now.HasNonAscii;

        // Bit n of a mask that was shifted up by k belongs to the byte k before.
        var base64By2 = now.Base64 & Behind(now.Base64, last.Base64, 1);
        var base64By4 = base64By2 & Behind(base64By2, last.Base64By2, 2);
        var base64By8 = base64By4 & Behind(base64By4, last.Base64By4, 4);
        var runs = base64By8 & Behind(base64By8, last.Base64By8, 8) & Behind(base64By4, last.Base64By4, 16) & _base64;

        var hexBy2 = now.Hex & Behind(now.Hex, last.Hex, 1);
        var hexBy4 = hexBy2 & Behind(hexBy2, last.HexBy2, 2);
        var hexBy8 = hexBy4 & Behind(hexBy4, last.HexBy4, 4);
        var digits = hexBy8 & Behind(hexBy8, last.HexBy8, 8) & _hex;

        // Two digits, a delimiter, two digits; and that again, 3 bytes (41:4B:49) or 5 (414B 494F) later. Or a digit behind 0x.
        var pairsOfPairs = hexBy2 & Behind(now.Delimiter, last.Delimiter, 2) & Behind(hexBy2, last.HexBy2, 3);
        var groups = (pairsOfPairs & (Behind(pairsOfPairs, last.Groups, 3) | Behind(pairsOfPairs, last.Groups, 5)) & _hex) | now.HexPrefix;

        last.Base64 = now.Base64;
        last.Base64By2 = base64By2;
        last.Base64By4 = base64By4;
        last.Base64By8 = base64By8;
        last.Hex = now.Hex;
        last.HexBy2 = hexBy2;
        last.HexBy4 = hexBy4;
        last.HexBy8 = hexBy8;
        last.Delimiter = now.Delimiter;
        last.Groups = pairsOfPairs;
        if (_runsDone > _block)
        {
            runs &= From(_runsDone);
        }

        if (_hexDone > _block)
        {
            digits &= From(_hexDone);
            groups &= From(_hexDone);
        }

        var found = runs | digits | groups | now.Pairs;
        if (found != 0)
        {
            (_runs, _digits, _groups, _pairs, _found) = (runs, digits, groups, now.Pairs, found);
        }
    }

    /// <summary>Bits of bytes at which a run of so many ends.</summary>
    private struct Runs
    {
        public ulong Base64;
        public ulong Base64By2;
        public ulong Base64By4;
        public ulong Base64By8;
        public ulong Hex;
        public ulong HexBy2;
        public ulong HexBy4;
        public ulong HexBy8;
        public ulong Delimiter;
        public ulong Groups;
    }
}

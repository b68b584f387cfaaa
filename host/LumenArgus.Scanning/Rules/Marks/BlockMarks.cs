using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>
/// Which blocks of 64 bytes of a text have a <see cref="TextMark"/>, a bit for each.
/// </summary>
internal sealed class BlockMarks : IDisposable
{
    public const int Block = ByteKinds.Block;

    /// <summary>From the end of a keyword a mark is seen this far back and ahead, wherever in their blocks the two are.</summary>
    public const int ReachBack = 2 * Block;

    /// <inheritdoc cref="ReachBack"/>
    public const int ReachAhead = 2 * Block;

    /// <summary>Characters of a drawn run.</summary>
    public const int RunBytes = 16;

    /// <summary>The bytes among which digits stand.</summary>
    public const int DigitBytes = 8;

    /// <summary>The fewest characters of a password.</summary>
    public const int MixedBytes = 8;

    private const int BlocksPerWord = 64;

    // The marks of each block; behind them stands room for a word, as zones look a word ahead.
    private byte[] _marks = [];
    private int _words;
    private int _length;
    private MarkSet _found;

    /// <summary>Whether the text has a mark.</summary>
    public bool HasAny => (_found & (MarkSet.Drawn | MarkSet.Digits | MarkSet.Mixed)) != MarkSet.None;

    /// <summary>Whether the text has this one.</summary>
    public bool Has(TextMark mark) => (_found & SetOf(mark)) != MarkSet.None;

    public void Dispose()
    {
        if (_marks.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_marks);
            _marks = [];
        }
    }

    /// <summary>Looks at a text; what was known of another one is forgotten.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read(ReadOnlySpan<byte> text)
    {
        _length = text.Length;
        _words = (text.Length / (Block * BlocksPerWord)) + 1;
        if (_marks.Length < (_words + 1) * BlocksPerWord)
        {
            Dispose();
            _marks = ArrayPool<byte>.Shared.Rent((_words + 1) * BlocksPerWord);
        }

        var all = _marks;
        var found = MarkSet.None;
        var runs = new MarkRuns();
        var start = 0;
        var block = 0;
        for (; text.Length - start >= Block; start += Block)
        {
            var marks = runs.Next(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)start));
            all[block++] = (byte)marks;
            found |= marks;
        }

        if (start < text.Length)
        {
            var marks = ReadLast(text, start, runs);
            all[block++] = (byte)marks;
            found |= marks;
        }

        _found = found;
        all.AsSpan(block, ((_words + 1) * BlocksPerWord) - block).Clear();
    }

    /// <summary>The next stretch of the text, from an offset on, in which a keyword can have a mark within reach.</summary>
    public bool TryNextZone(TextMark mark, int from, out int start, out int end) => TryNext(SetOf(mark), hasReach: true, from, out start, out end);

    /// <summary>The next stretch of the text, from an offset on, that has a digit in each block.</summary>
    public bool TryNextDigits(int from, out int start, out int end) => TryNext(MarkSet.Digit, hasReach: false, from, out start, out end);

    private static MarkSet SetOf(TextMark mark) => (MarkSet)(1 << ((int)mark - 1));

    // Apart, and with a copy: what a call is given the address of, and each vector that lives over one, is kept in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MarkSet ReadLast(ReadOnlySpan<byte> text, int start, MarkRuns runs) => runs.Next(TextBlock.Load(text, start, (byte)' '));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryNext(MarkSet mark, bool hasReach, int from, out int start, out int end)
    {
        var block = (_found & mark) != MarkSet.None ? Find(mark, hasReach, from / Block, isInside: true) : -1;
        if (block < 0)
        {
            (start, end) = (_length, _length);
            return false;
        }

        var next = Find(mark, hasReach, block, isInside: false);
        start = Math.Max(from, block * Block);
        end = next < 0 ? _length : Math.Min(_length, next * Block);
        return start < end;
    }

    // The first block from one on that is in a stretch, or in none.
    private int Find(MarkSet mark, bool hasReach, int block, bool isInside)
    {
        for (var word = block / BlocksPerWord; word < _words; word++)
        {
            var stretch = hasReach ? Zone(mark, word) : Marked(mark, word);
            var wanted = (isInside ? stretch : ~stretch) & (word == block / BlocksPerWord ? ulong.MaxValue << (block % BlocksPerWord) : ulong.MaxValue);
            if (wanted != 0)
            {
                return (word * BlocksPerWord) + BitOperations.TrailingZeroCount(wanted);
            }
        }

        return -1;
    }

    // Two blocks back, two ahead.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Zone(MarkSet mark, int word)
    {
        var here = Marked(mark, word);
        var next = Marked(mark, word + 1);
        var before = word > 0 ? Marked(mark, word - 1) : 0;
        return here | (here << 1) | (before >> (BlocksPerWord - 1)) | (here << 2) | (before >> (BlocksPerWord - 2))
            | (here >> 1) | (next << (BlocksPerWord - 1)) | (here >> 2) | (next << (BlocksPerWord - 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Marked(MarkSet mark, int word)
    {
        var marks = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_marks), (nuint)(word * BlocksPerWord));
        return ~Vector512.Equals(marks & Vector512.Create((byte)mark), Vector512<byte>.Zero).ExtractMostSignificantBits();
    }
}

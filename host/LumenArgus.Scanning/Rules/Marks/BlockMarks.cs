using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    private const int BitsPerWord = 64;
    private const int Kinds = 4;

    // Zones look a word ahead.
    private const int Spare = 1;

    private ulong[] _marks = [];
    private int _words;
    private int _length;
    private MarkSet _found;

    /// <summary>Whether the text has a mark.</summary>
    public bool HasAny => (_found & (MarkSet.Drawn | MarkSet.Digits | MarkSet.Mixed)) != MarkSet.None;

    /// <summary>Whether the text has this one.</summary>
    public bool Has(TextMark mark) => ((int)_found >> Row(mark) & 1) != 0;

    public void Dispose()
    {
        if (_marks.Length > 0)
        {
            ArrayPool<ulong>.Shared.Return(_marks);
            _marks = [];
        }
    }

    /// <summary>Looks at a text; what was known of another one is forgotten.</summary>
    public void Read(ReadOnlySpan<byte> text)
    {
        _length = text.Length;
        _words = (text.Length / (Block * BitsPerWord)) + 1 + Spare;
        if (_marks.Length < _words * Kinds)
        {
            Dispose();
            _marks = ArrayPool<ulong>.Shared.Rent(_words * Kinds);
        }

        _marks.AsSpan(0, _words * Kinds).Clear();
        _found = MarkSet.None;
        var runs = new MarkRuns();
        var start = 0;
        for (; text.Length - start >= Block; start += Block)
        {
            Set(start / Block, runs.Next(ref MemoryMarshal.GetReference(text[start..])));
        }

        if (start < text.Length)
        {
            Set(start / Block, ReadLast(text[start..], ref runs));
        }
    }

    /// <summary>The next stretch of the text, from an offset on, in which a keyword can have a mark within reach.</summary>
    public bool TryNextZone(TextMark mark, int from, out int start, out int end)
    {
        var marks = _marks.AsSpan(Row(mark) * _words, _words);
        var block = Find(marks, from / Block, isInZone: true);
        if (block < 0)
        {
            (start, end) = (_length, _length);
            return false;
        }

        var next = Find(marks, block, isInZone: false);
        start = Math.Max(from, block * Block);
        end = next < 0 ? _length : Math.Min(_length, next * Block);
        return start < end;
    }

    private static int Row(TextMark mark) => (int)mark - 1;

    // Apart: a method that takes memory from the stack is not compiled again when it turns out to be hot.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MarkSet ReadLast(ReadOnlySpan<byte> text, ref MarkRuns runs)
    {
        Span<byte> last = stackalloc byte[Block];
        last.Fill((byte)' ');
        text.CopyTo(last);
        return runs.Next(ref MemoryMarshal.GetReference(last));
    }

    private void Set(int block, MarkSet found)
    {
        if (found == MarkSet.None)
        {
            return;
        }

        _found |= found;
        for (var row = 0; row < Kinds; row++)
        {
            _marks[(row * _words) + (block / BitsPerWord)] |= ((ulong)found >> row & 1) << (block % BitsPerWord);
        }
    }

    // The first block from one on that is in a zone, or in none.
    private static int Find(ReadOnlySpan<ulong> marks, int block, bool isInZone)
    {
        for (var word = block / BitsPerWord; word < marks.Length - Spare; word++)
        {
            var zone = Zone(marks, word);
            var wanted = (isInZone ? zone : ~zone) & (word == block / BitsPerWord ? ulong.MaxValue << (block % BitsPerWord) : ulong.MaxValue);
            if (wanted != 0)
            {
                return (word * BitsPerWord) + BitOperations.TrailingZeroCount(wanted);
            }
        }

        return -1;
    }

    // Two blocks back, two ahead.
    private static ulong Zone(ReadOnlySpan<ulong> marks, int word)
    {
        var here = marks[word];
        var next = marks[word + 1];
        var before = word > 0 ? marks[word - 1] : 0;
        return here | (here << 1) | (before >> (BitsPerWord - 1)) | (here << 2) | (before >> (BitsPerWord - 2))
            | (here >> 1) | (next << (BitsPerWord - 1)) | (here >> 2) | (next << (BitsPerWord - 2));
    }
}

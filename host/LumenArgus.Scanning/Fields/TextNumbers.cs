using System.Buffers;
using System.Numerics;

namespace LumenArgus.Scanning.Fields;

/// <summary>Gives each distinct text a number, in the order of their arrival. Its tables are from the pool.</summary>
internal struct TextNumbers
{
    public const int None = -1;

    private const int FewestBuckets = 16;

    private byte[] _bytes = [];
    private int _length;
    private StructList<Entry> _entries = new(0);

    // Number of the newest text of each, one more than it is.
    private int[] _buckets = [];
    private int _mask = -1;

    public TextNumbers()
    {
    }

    public readonly int Count => _entries.Count;

    /// <summary>The text of a number, until the next one is added.</summary>
    public readonly ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(_entries[number].Start, _entries[number].Length);

    /// <summary>The number of a text; <see cref="None"/> if it has none.</summary>
    public readonly int Find(ReadOnlySpan<byte> text) => Count == 0 ? None : Find(text, HashOf(text));

    /// <summary>The number of a text, which it gets if it has none.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = HashOf(text);
        if (Count > 0 && Find(text, hash) is >= 0 and var known)
        {
            return known;
        }

        Reserve(text.Length);
        text.CopyTo(_bytes.AsSpan(_length));
        ref var bucket = ref _buckets[hash & _mask];
        var number = _entries.Add(new Entry(hash, _length, text.Length, bucket - 1));
        bucket = number + 1;
        _length += text.Length;
        return number;
    }

    /// <summary>Gives the tables back. There are no texts any more.</summary>
    /// <param name="isSensitive">Whether the texts are to be cleared.</param>
    public void Return(bool isSensitive)
    {
        GiveBack(ref _bytes, isSensitive);
        GiveBack(ref _buckets, isSensitive: false);
        _entries.Return();
        (_length, _mask) = (0, -1);
    }

    // Seeded anew in each process: who writes the texts does not know which of them meet.
    private static int HashOf(ReadOnlySpan<byte> text)
    {
        var hash = default(HashCode);
        hash.AddBytes(text);
        return hash.ToHashCode();
    }

    private static void GiveBack<T>(ref T[] array, bool isSensitive)
    {
        if (array.Length > 0)
        {
            ArrayPool<T>.Shared.Return(array, isSensitive);
            array = [];
        }
    }

    private readonly int Find(ReadOnlySpan<byte> text, int hash)
    {
        for (var number = _buckets[hash & _mask] - 1; number >= 0; number = _entries[number].Before)
        {
            if (_entries[number].Hash == hash && this[number].SequenceEqual(text))
            {
                return number;
            }
        }

        return None;
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + bytes, 2 * _length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            GiveBack(ref _bytes, isSensitive: true);
            _bytes = larger;
        }

        if (Count <= _mask)
        {
            return;
        }

        GiveBack(ref _buckets, isSensitive: false);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestBuckets, 2 * Count));
        _buckets = ArrayPool<int>.Shared.Rent(size);
        _buckets.AsSpan(0, size).Clear();
        _mask = size - 1;
        for (var number = 0; number < Count; number++)
        {
            ref var entry = ref _entries[number];
            ref var bucket = ref _buckets[entry.Hash & _mask];
            entry = entry with { Before = bucket - 1 };
            bucket = number + 1;
        }
    }

    private readonly record struct Entry(int Hash, int Start, int Length, int Before);
}

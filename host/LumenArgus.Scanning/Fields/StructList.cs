using System.Buffers;
using System.Runtime.CompilerServices;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// A growing array whose items can be changed in place. <c>List</c> copies structs on every access. The array is from the pool; without
/// <see cref="Return"/> it is left to the garbage collector.
/// </summary>
internal struct StructList<T>(int capacity)
    where T : struct
{
    private const int MinCapacity = 16;

    private T[] _items = capacity == 0 ? [] : ArrayPool<T>.Shared.Rent(capacity);

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref _items[index];

    public readonly ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(in T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count] = item;
        return Count++;
    }

    public void RemoveLast() => Count--;

    /// <summary>Gives the array back. Nobody may hold a reference into it any more; the list is empty and can be used again.</summary>
    public void Return()
    {
        GiveBack(_items);
        _items = [];
        Count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(MinCapacity, Count * 2));
        Span.CopyTo(larger);
        GiveBack(_items);
        _items = larger;
    }

    private static void GiveBack(T[] items)
    {
        if (items.Length > 0)
        {
            ArrayPool<T>.Shared.Return(items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}

using System.Runtime.CompilerServices;

namespace LumenArgus.Scanning.Fields;

/// <summary>A growing array whose items can be changed in place. <c>List</c> copies structs on every access.</summary>
internal struct StructList<T>(int capacity)
    where T : struct
{
    private T[] _items = capacity == 0 ? [] : new T[capacity];

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref _items[index];

    public readonly ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(in T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(8, Count * 2));
        }

        _items[Count] = item;
        return Count++;
    }

    public void RemoveLast() => Count--;
}

using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>Collects ranges of bytes to leave out.</summary>
internal sealed class RemovalRanges
{
    private readonly List<ByteSpan> _ranges = [];

    public void Add(int start, int end) => _ranges.Add(new ByteSpan(start, end - start));

    /// <summary>Leaves out elements of a list or properties of an object, each with one comma. At least one of them stays.</summary>
    public void AddElements(int count, Func<int, ByteSpan> spanOf, Predicate<int> isRemoved)
    {
        for (var i = 0; i < count; i++)
        {
            if (!isRemoved(i))
            {
                continue;
            }

            var first = i;
            while (i + 1 < count && isRemoved(i + 1))
            {
                i++;
            }

            if (i + 1 < count)
            {
                Add(spanOf(first).Start, spanOf(i + 1).Start);
            }
            else
            {
                Add(spanOf(first - 1).End, spanOf(i).End);
            }
        }
    }

    /// <summary>The ranges in order, those that touch as one.</summary>
    public ImmutableArray<ByteSpan> ToImmutable()
    {
        _ranges.Sort(static (a, b) => (a.Start, a.End).CompareTo((b.Start, b.End)));
        var merged = ImmutableArray.CreateBuilder<ByteSpan>(_ranges.Count);
        foreach (var range in _ranges)
        {
            if (merged.Count > 0 && range.Start <= merged[^1].End)
            {
                merged[^1] = new ByteSpan(merged[^1].Start, Math.Max(merged[^1].End, range.End) - merged[^1].Start);
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged.ToImmutable();
    }
}

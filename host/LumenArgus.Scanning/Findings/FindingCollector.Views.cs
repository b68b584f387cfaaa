using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Scanning.Findings;

/// <summary>What is found in a view is often what was found in its source: the rule matches the encoded form too, or the place is only copied.</summary>
public sealed partial class FindingCollector
{
    // A detector may report in any order; beyond this many hits it keeps its duplicates instead of costing more than they do.
    private const int MaxUnordered = 1024;

    private Dictionary<(int Kind, int Field), List<(int Start, int End)>>? _ranges;

    // Fields are scanned before the views that were made from them, so what is to be known is known.
    private bool IsKnown(int kind, int field, int start, int length)
    {
        if (document.Count == document.FieldCount)
        {
            return false;
        }

        if (document.IsView(field) && IsKnownInSource(kind, field, start, length))
        {
            return true;
        }

        Remember(kind, field, start, start + length);
        return false;
    }

    // Of a value that code puts together each part has to be known: the first line of a key, found for itself, is not the key that the parts make up. Where
    // texts of their own are joined, a part that is a match for itself is whole, and what follows it is another text.
    private bool IsKnownInSource(int kind, int field, int start, int length)
    {
        var sources = new List<SourceRange>();
        document.MapToSources(field, start, length, sources);
        var isOfOneText = sources.TrueForAll(source => source.Source == sources[0].Source);
        return sources.Count > 0 && (isOfOneText ? sources.TrueForAll(IsKnownRange) : sources.Exists(IsKnownRange));

        bool IsKnownRange(SourceRange source) => (_ranges is not null && _ranges.TryGetValue((kind, source.Source), out var ranges) && IsInAny(ranges, source.Start, source.End))
            || (document.IsView(source.Source) && IsKnownInSource(kind, source.Source, source.Start, source.End - source.Start));
    }

    private void Remember(int kind, int field, int start, int end)
    {
        _ranges ??= [];
        if (!_ranges.TryGetValue((kind, field), out var ranges))
        {
            _ranges.Add((kind, field), ranges = []);
        }

        if (ranges.Count == 0 || ranges[^1].Start <= start)
        {
            ranges.Add((start, end));
        }
        else if (ranges.Count < MaxUnordered)
        {
            ranges.Insert(FirstBehind(ranges, start), (start, end));
        }
    }

    // Matches of one rule in one text do not overlap, so only the last one that begins no later can. What goes beyond it (a key of which the source shows the
    // first line) is more than was found there.
    private static bool IsInAny(List<(int Start, int End)> ranges, int start, int end)
    {
        var index = FirstBehind(ranges, start);
        return index > 0 && ranges[index - 1].End >= end;
    }

    private static int FirstBehind(List<(int Start, int End)> ranges, int offset)
    {
        int low = 0, high = ranges.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

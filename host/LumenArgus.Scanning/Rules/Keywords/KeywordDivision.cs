namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// Divides keywords into buckets so that few places of ordinary text fit one. A bucket fits by chance as often as the product says of how common the bytes
/// are that it allows at each of its last places.
/// </summary>
internal static class KeywordDivision
{
    public const int Places = 4;

    // The bytes of source text and prose, the most common first; what is missing is rare.
    private const string ByFrequency = " etnaroislcdupmhfgby.\"_v=()\n,-/w01;':k2x{}SETAICNROLPD<>3M[]45q68jz79FBUG*HVW#&+@$|!K?XYQJZ%";

    private static readonly double[] Weights = [.. Enumerable.Range(0, 128).Select(Weight)];

    /// <summary>At most so many buckets, none empty.</summary>
    public static List<List<string>> Divide(IReadOnlyList<string> keywords, int buckets)
    {
        // What cannot be divided leaves the queue: a short keyword alone fits more often than all others.
        var single = new List<List<string>>();
        var groups = new PriorityQueue<List<string>, double>();
        foreach (var group in Start(keywords, buckets))
        {
            Add(group);
        }

        // The one that fits most often is divided where that helps most.
        while (groups.Count + single.Count < buckets && groups.TryDequeue(out var largest, out _))
        {
            var (left, right) = Enumerable.Range(0, Places).Select(place => Split(largest, place)).MinBy(halves => Cost(halves.Left) + Cost(halves.Right));
            Add(left);
            Add(right);
        }

        return [.. single, .. groups.UnorderedItems.Select(item => item.Element)];

        void Add(List<string> group)
        {
            if (group.Count == 1)
            {
                single.Add(group);
            }
            else
            {
                groups.Enqueue(group, -Cost(group));
            }
        }
    }

    /// <summary>How common a character is in program text, either case, near enough.</summary>
    public static double FrequencyOf(char letter) => Weights[letter % Weights.Length];

    // Short keywords allow every byte at some places; they are kept apart.
    private static IEnumerable<List<string>> Start(IReadOnlyList<string> keywords, int buckets) =>
        keywords.GroupBy(keyword => Math.Min(keyword.Length, Places)).Take(buckets).Select(group => group.ToList());

    private static (List<string> Left, List<string> Right) Split(List<string> group, int place)
    {
        var ordered = group.OrderBy(keyword => place < keyword.Length ? keyword[keyword.Length - 1 - place] : '\0').ToList();
        return (ordered[..(ordered.Count / 2)], ordered[(ordered.Count / 2)..]);
    }

    private static double Cost(List<string> group)
    {
        var cost = 1.0;
        Span<bool> isIn = stackalloc bool[Weights.Length];
        for (var place = 0; place < Places; place++)
        {
            isIn.Clear();
            var sum = 0.0;
            foreach (var keyword in group)
            {
                if (place >= keyword.Length)
                {
                    sum = 1;
                    break;
                }

                var letter = keyword[keyword.Length - 1 - place] % Weights.Length;
                if (!isIn[letter])
                {
                    isIn[letter] = true;
                    sum += Weights[letter];
                }
            }

            cost *= Math.Min(sum, 1);
        }

        return cost;
    }

    private static double Weight(int value)
    {
        var lower = Rank((char)value) + Rank(char.ToUpperInvariant((char)value));
        return value < 128 ? lower : 0;
    }

    // Zipf's law, near enough; the sum over all ranks is about 1.
    private static double Rank(char letter)
    {
        var rank = ByFrequency.IndexOf(letter, StringComparison.Ordinal);
        return 0.4 / ((rank < 0 ? ByFrequency.Length : rank) + 4);
    }
}

namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>
/// The literals that every match contains, lower case, with the offsets at which they stand. Conservative: what it does not understand has no
/// literals.
/// </summary>
internal static class PatternLiterals
{
    private const int MaxLiterals = 32;
    private const int MaxClassMembers = 8;
    private const int MaxLiteralLength = 64;

    // Of a word that begins before branches each is looked at with it and without it, and so are the branches in them: without a bound that doubles with each level.
    private const int MaxAcross = 256;

    /// <summary>The best set of which each match contains one; null if there is none.</summary>
    public static LiteralSet? Required(PatternNode node) => Required(node, LengthRange.Zero);

    /// <summary>
    /// The offsets of the first place at which every match has one of the keywords (lower case). What stands behind it may hold a keyword too: it makes no
    /// further start. Null if no place is sure.
    /// </summary>
    public static LengthRange? LocateFirst(PatternNode node, IReadOnlyCollection<string> keywords) => LocateFirst(node, keywords, LengthRange.Zero, new Budget(MaxAcross));

    private static LengthRange? LocateFirst(PatternNode node, IReadOnlyCollection<string> keywords, LengthRange before, Budget across)
    {
        switch (node)
        {
            case PatternNode.Capture capture:
                return LocateFirst(capture.Item, keywords, before, across);
            case PatternNode.Repeat { Min: > 0 } repeat:
                return LocateFirst(repeat.Item, keywords, before, across);
            case PatternNode.Alternation alternation when Exact(node) is null:
                var branches = alternation.Branches.Select(branch => LocateFirst(branch, keywords, before, across)).ToArray();
                return Array.TrueForAll(branches, branch => branch is not null) ? branches.Aggregate(Union) : null;
            case PatternNode.Sequence sequence when Exact(node) is null:
                foreach (var (start, end, texts, offset) in Chunks(sequence, before))
                {
                    if ((texts is not null ? LocateInEach(texts, keywords, offset) : end - start == 1 ? LocateFirst(sequence.Items[start], keywords, offset, across) : null) is { } found)
                    {
                        return found;
                    }
                }

                return LocateAcross(sequence, keywords, before, across);
            default:
                return Exact(node) is { } exact ? LocateInEach(exact, keywords, before) : null;
        }
    }

    // Words that begin before the branches: `c(?:ell|ontact)`.
    private static LengthRange? LocateAcross(PatternNode.Sequence sequence, IReadOnlyCollection<string> keywords, LengthRange before, Budget across)
    {
        var (start, offset) = (0, before);
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            if (Exact(sequence.Items[i]) is not null)
            {
                continue;
            }

            if (start < i && sequence.Items[i] is PatternNode.Alternation alternation && across.TrySpend())
            {
                var branches = alternation.Branches.Select(branch => LocateFirst(new PatternNode.Sequence([.. sequence.Items[start..i], .. PatternFacts.Flatten(branch)]), keywords, offset, across)).ToArray();
                if (Array.TrueForAll(branches, branch => branch is not null))
                {
                    return branches.Aggregate(Union);
                }
            }

            offset = sequence.Items[start..(i + 1)].Aggregate(offset, static (sum, item) => sum.Plus(PatternFacts.Length(item)));
            start = i + 1;
        }

        return null;
    }

    private static LengthRange? LocateInEach(IReadOnlyList<string> texts, IReadOnlyCollection<string> keywords, LengthRange before) =>
        texts.All(text => keywords.Any(keyword => text.Contains(keyword, StringComparison.Ordinal)))
            ? keywords.Select(keyword => LocateIn(texts, keyword, before)).Aggregate(Union)
            : null;

    private static LiteralSet? Required(PatternNode node, LengthRange before)
    {
        switch (node)
        {
            case PatternNode.Capture capture:
                return Required(capture.Item, before);
            case PatternNode.Repeat { Min: > 0 } repeat:
                return Required(repeat.Item, before);
            case PatternNode.Alternation alternation:
                return RequiredOfAll(alternation, before);
            case PatternNode.Sequence sequence:
                return RequiredOfAny(sequence, before);
            default:
                return Exact(node) is { } texts ? LiteralSet.Create(texts, before) : null;
        }
    }

    private static LiteralSet? RequiredOfAll(PatternNode.Alternation alternation, LengthRange before)
    {
        LiteralSet? all = null;
        foreach (var branch in alternation.Branches)
        {
            if (Required(branch, before) is not { } set || set.Texts.Count + (all?.Texts.Count ?? 0) > MaxLiterals)
            {
                return null;
            }

            all = all is null ? set : new LiteralSet([.. all.Texts.Union(set.Texts)], all.Offset.Union(set.Offset));
        }

        return all;
    }

    private static LiteralSet? RequiredOfAny(PatternNode.Sequence sequence, LengthRange before)
    {
        LiteralSet? best = null;
        foreach (var (start, end, texts, offset) in Chunks(sequence, before))
        {
            var candidate = texts is not null ? LiteralSet.Create(texts, offset) : null;
            if (end - start == 1 && (candidate is null || sequence.Items[start] is PatternNode.Alternation))
            {
                candidate = LiteralSet.Better(candidate, Required(sequence.Items[start], offset));
            }

            best = LiteralSet.Better(best, candidate);
        }

        return best;
    }

    // All runs of neighbours whose texts can be written out. Quadratic in the length of the pattern's sequence, which is short.
    private static IEnumerable<(int Start, int End, IReadOnlyList<string>? Texts, LengthRange Offset)> Chunks(
        PatternNode.Sequence sequence,
        LengthRange before)
    {
        var offset = before;
        IReadOnlyList<string>?[] exact = [.. sequence.Items.Select(Exact)];
        for (var start = 0; start < sequence.Items.Length; start++)
        {
            IReadOnlyList<string>? texts = [""];
            for (var end = start + 1; end <= sequence.Items.Length; end++)
            {
                texts = exact[end - 1] is { } next ? Product(texts, next) : null;
                if (texts is null)
                {
                    if (end == start + 1)
                    {
                        yield return (start, end, null, offset);
                    }

                    break;
                }

                yield return (start, end, texts, offset);
            }

            offset = offset.Plus(PatternFacts.Length(sequence.Items[start]));
        }
    }

    private static LengthRange? LocateIn(IReadOnlyList<string> texts, string keyword, LengthRange before)
    {
        LengthRange? found = null;
        foreach (var text in texts)
        {
            for (var i = text.IndexOf(keyword, StringComparison.Ordinal); i >= 0; i = text.IndexOf(keyword, i + 1, StringComparison.Ordinal))
            {
                found = Union(found, before.Plus(new LengthRange(i, i)));
            }
        }

        return found;
    }

    private static LengthRange? Union(LengthRange? a, LengthRange? b) => a is { } x && b is { } y ? x.Union(y) : a ?? b;

    // All texts a node matches, lower case, if they are few.
    private static IReadOnlyList<string>? Exact(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Literal literal:
                return [AsciiLower(literal.Bytes)];
            case PatternNode.Class set:
                var members = set.Set.Count > 2 * MaxClassMembers
                    ? []
                    : set.Set.ToArray().Select(b => AsciiLower([b])).Distinct(StringComparer.Ordinal).ToArray();
                return members.Length is 0 or > MaxClassMembers ? null : members;
            case PatternNode.Assertion:
                return [""];
            case PatternNode.Capture capture:
                return Exact(capture.Item);
            case PatternNode.Repeat { Max: <= MaxClassMembers } repeat when Exact(repeat.Item) is { } item:
                return Power(item, repeat.Min, repeat.Max);
            case PatternNode.Sequence sequence:
                IReadOnlyList<string>? product = [""];
                foreach (var next in sequence.Items)
                {
                    product = product is not null && Exact(next) is { } texts ? Product(product, texts) : null;
                }

                return product;
            case PatternNode.Alternation alternation:
                var all = new List<string>();
                foreach (var branch in alternation.Branches)
                {
                    if (Exact(branch) is not { } texts || all.Count + texts.Count > MaxLiterals)
                    {
                        return null;
                    }

                    all.AddRange(texts);
                }

                return [.. all.Distinct(StringComparer.Ordinal)];
            default:
                return null;
        }
    }

    // One char per byte; only ASCII has a case here.
    private static string AsciiLower(byte[] bytes) =>
        string.Create(bytes.Length, bytes, static (chars, source) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                chars[i] = char.IsAsciiLetterUpper((char)source[i]) ? (char)(source[i] | 0x20) : (char)source[i];
            }
        });

    private static List<string>? Power(IReadOnlyList<string> item, int min, int max)
    {
        var all = new List<string>();
        IReadOnlyList<string>? power = [""];
        for (var i = 0; i <= max; i++)
        {
            if (i >= min)
            {
                all.AddRange(power);
            }

            power = Product(power, item);
            if (all.Count > MaxLiterals || (power is null && i < max))
            {
                return null;
            }

            power ??= [];
        }

        return all;
    }

    private static IReadOnlyList<string>? Product(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        if (left is [""])
        {
            return right;
        }

        if (left.Count * right.Count > MaxLiterals || left.Max(t => t.Length) + right.Max(t => t.Length) > MaxLiteralLength)
        {
            return null;
        }

        var all = new List<string>(left.Count * right.Count);
        foreach (var start in left)
        {
            foreach (var end in right)
            {
                var text = start + end;
                if (!all.Contains(text))
                {
                    all.Add(text);
                }
            }
        }

        return all;
    }

    private sealed class Budget(int left)
    {
        private int _left = left;

        public bool TrySpend() => _left-- > 0;
    }
}

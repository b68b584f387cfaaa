using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>Parses the dialect of <c>Rules/README.md</c>. Groups nest at most 50 deep, which bounds the recursion here and in all that walks the tree.</summary>
internal sealed partial class PatternParser
{
    private const int MaxPatternLength = 4096;
    private const int MaxDepth = 50;
    private const int MaxRepeat = 65_536;

    private readonly string _pattern;
    private int _position;
    private int _captures;
    private int _depth;
    private bool _ignoreCase;

    private PatternParser(string pattern) => _pattern = pattern;

    private bool AtEnd => _position == _pattern.Length;

    /// <exception cref="PatternSyntaxException">The pattern is outside the dialect.</exception>
    public static ParsedPattern Parse(string pattern)
    {
        if (pattern.Length is 0 or > MaxPatternLength)
        {
            throw new PatternSyntaxException($"a pattern has 1 to {MaxPatternLength} characters");
        }

        var parser = new PatternParser(pattern);
        var root = parser.ParseAlternation();
        return parser.AtEnd ? new ParsedPattern(root, parser._captures) : throw parser.Error("unexpected )");
    }

    private PatternSyntaxException Error(string message) => new($"{message} at position {_position}");

    private PatternNode ParseAlternation()
    {
        if (++_depth > MaxDepth)
        {
            throw Error("groups nest too deep");
        }

        // (?i) holds to the end of the group it stands in.
        var ignoreCase = _ignoreCase;
        var branches = new List<PatternNode> { ParseSequence() };
        while (!AtEnd && _pattern[_position] == '|')
        {
            _position++;
            branches.Add(ParseSequence());
        }

        _ignoreCase = ignoreCase;
        _depth--;
        return branches.Count == 1 ? branches[0] : new PatternNode.Alternation([.. branches]);
    }

    private PatternNode ParseSequence()
    {
        var items = new List<PatternNode>();
        while (!AtEnd && _pattern[_position] is not ('|' or ')'))
        {
            if (TryParseFlag())
            {
                continue;
            }

            var atom = ParseAtom();
            var repeated = ParseQuantifier(atom);
            if (ReferenceEquals(repeated, atom) && atom is PatternNode.Literal literal && items.Count > 0
                && items[^1] is PatternNode.Literal before && before.IgnoreCase == literal.IgnoreCase)
            {
                items[^1] = new PatternNode.Literal([.. before.Bytes, .. literal.Bytes], literal.IgnoreCase);
            }
            else
            {
                items.Add(repeated);
            }
        }

        return items.Count == 1 ? items[0] : new PatternNode.Sequence([.. items]);
    }

    private bool NextIsQuantifier() => !AtEnd && _pattern[_position] is '*' or '+' or '?' or '{';

    private bool TryParseFlag()
    {
        if (!_pattern.AsSpan(_position).StartsWith("(?i)", StringComparison.Ordinal))
        {
            return false;
        }

        _position += 4;
        _ignoreCase = true;
        return true;
    }

    private PatternNode ParseAtom()
    {
        var c = _pattern[_position];
        switch (c)
        {
            case '(':
                return ParseGroup();
            case '[':
                _position++;
                return Class(ParseClass());
            case '.':
                _position++;
                return new PatternNode.Class(~ByteSet.Of('\n'));
            case '^':
                _position++;
                return new PatternNode.Assertion(AssertionKind.LineStart);
            case '$':
                _position++;
                return new PatternNode.Assertion(AssertionKind.LineEnd);
            case '\\':
                return ParseEscape();
            case '*' or '+' or '?' or '{':
                throw Error("nothing to repeat");
            default:
                return ParseLiteral();
        }
    }

    private PatternNode ParseLiteral()
    {
        if (!Rune.TryGetRuneAt(_pattern, _position, out var rune))
        {
            throw Error("lone surrogate");
        }

        _position += rune.Utf16SequenceLength;
        if (!rune.IsAscii && NextIsQuantifier())
        {
            throw Error("put a group around a non-ASCII character that is repeated");
        }

        return Literal(rune);
    }

    private PatternNode Literal(Rune rune)
    {
        var lower = _ignoreCase && rune.IsAscii ? new Rune(char.ToLowerInvariant((char)rune.Value)) : rune;
        return new PatternNode.Literal(Encoding.UTF8.GetBytes(lower.ToString()), _ignoreCase && rune.IsAscii);
    }

    private PatternNode.Class Class(ByteSet set) => new(_ignoreCase ? set.IgnoreCase() : set);

    private PatternNode ParseGroup()
    {
        var outer = _ignoreCase;
        _position++;
        var number = 0;
        var rest = _pattern.AsSpan(_position);
        if (rest.StartsWith("?:", StringComparison.Ordinal))
        {
            _position += 2;
        }
        else if (rest.StartsWith("?i:", StringComparison.Ordinal))
        {
            _position += 3;
            _ignoreCase = true;
        }
        else if (rest.StartsWith("?", StringComparison.Ordinal))
        {
            throw Error("look-around, named groups, atomic groups and inline flags other than (?i) are outside the dialect");
        }
        else
        {
            number = ++_captures;
        }

        var item = ParseAlternation();
        if (AtEnd)
        {
            throw Error("missing )");
        }

        _position++;
        _ignoreCase = outer;
        return number == 0 ? item : new PatternNode.Capture(item, number);
    }

    private PatternNode ParseQuantifier(PatternNode atom)
    {
        if (!NextIsQuantifier())
        {
            return atom;
        }

        if (atom is PatternNode.Assertion)
        {
            throw Error("an assertion cannot be repeated");
        }

        var (min, max) = ParseBounds();
        var lazy = !AtEnd && _pattern[_position] == '?';
        _position += lazy ? 1 : 0;
        if (!AtEnd && (_pattern[_position] == '+' || NextIsQuantifier()))
        {
            throw Error("possessive and doubled repetitions are outside the dialect");
        }

        return new PatternNode.Repeat(atom, min, max, lazy);
    }

    private (int Min, int Max) ParseBounds()
    {
        switch (_pattern[_position++])
        {
            case '*': return (0, PatternNode.Repeat.Unbounded);
            case '+': return (1, PatternNode.Repeat.Unbounded);
            case '?': return (0, 1);
            default:
                var end = _pattern.IndexOf('}', _position);
                var parts = end < 0 ? [] : _pattern[_position..end].Split(',');
                if (parts.Length is 0 or > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var min))
                {
                    throw Error("expected {n}, {n,} or {n,m}; write \\{ for a brace");
                }

                var max = min;
                if (parts.Length == 2 && parts[1].Length == 0)
                {
                    max = PatternNode.Repeat.Unbounded;
                }
                else if (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out max))
                {
                    throw Error("expected {n,m}");
                }

                if (max < min || min > MaxRepeat || max is > MaxRepeat and not PatternNode.Repeat.Unbounded || max == 0)
                {
                    throw Error($"bounds of a repetition are 0 to {MaxRepeat}, the upper one at least 1 and not below the lower one");
                }

                _position = end + 1;
                return (min, max);
        }
    }
}

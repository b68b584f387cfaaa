using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>Escapes and character classes.</summary>
internal sealed partial class PatternParser
{
    private PatternNode ParseEscape()
    {
        if (_position + 1 < _pattern.Length && _pattern[_position + 1] == 'b')
        {
            _position += 2;
            return new PatternNode.Assertion(AssertionKind.WordBoundary);
        }

        var set = ReadEscape();
        return set.Count == 1 ? Literal(new Rune((uint)set.ToArray()[0])) : Class(set);
    }

    // Reads an escape that stands for one byte or a set of bytes.
    private ByteSet ReadEscape()
    {
        if (++_position == _pattern.Length)
        {
            throw Error("nothing behind \\");
        }

        var c = _pattern[_position++];
        switch (c)
        {
            case 'd': return ByteSet.Digits;
            case 'D': return ~ByteSet.Digits;
            case 'w': return ByteSet.Word;
            case 'W': return ~ByteSet.Word;
            case 's': return ByteSet.Space;
            case 'S': return ~ByteSet.Space;
            case 'n': return ByteSet.Of('\n');
            case 'r': return ByteSet.Of('\r');
            case 't': return ByteSet.Of('\t');
            case 'f': return ByteSet.Of('\f');
            case 'v': return ByteSet.Of('\v');
            case '0': return ByteSet.Of(0);
            case 'x': return ByteSet.Of(ReadHex());
            default:
                return char.IsAsciiLetterOrDigit(c) || c > 127
                    ? throw Error($"\\{c} is outside the dialect")
                    : ByteSet.Of(c);
        }
    }

    private byte ReadHex()
    {
        if (_position + 2 > _pattern.Length
            || !byte.TryParse(_pattern.AsSpan(_position, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || value > 127)
        {
            throw Error("expected \\x00 to \\x7f");
        }

        _position += 2;
        return value;
    }

    private ByteSet ParseClass()
    {
        var negated = !AtEnd && _pattern[_position] == '^';
        _position += negated ? 1 : 0;
        var set = ByteSet.Empty;
        var isFirst = true;
        while (true)
        {
            if (AtEnd)
            {
                throw Error("missing ]");
            }

            if (_pattern[_position] == ']' && !isFirst)
            {
                _position++;
                break;
            }

            isFirst = false;
            set |= ReadClassItem();
        }

        set = _ignoreCase ? set.IgnoreCase() : set;
        set = negated ? ~set : set;
        return set.IsEmpty ? throw Error("an empty class matches nothing") : set;
    }

    private ByteSet ReadClassItem()
    {
        var from = ReadClassByte(out var set);
        if (from < 0 || _position + 1 >= _pattern.Length || _pattern[_position] != '-' || _pattern[_position + 1] == ']')
        {
            return set;
        }

        _position++;
        var to = ReadClassByte(out _);
        return to < from ? throw Error("a range runs from a lower to a higher ASCII character") : ByteSet.Range(from, to);
    }

    // -1 for a set such as \d, which cannot begin or end a range.
    private int ReadClassByte(out ByteSet set)
    {
        if (AtEnd)
        {
            throw Error("missing ]");
        }

        var c = _pattern[_position];
        if (c == '\\')
        {
            set = ReadEscape();
            return set.Count == 1 ? set.ToArray()[0] : -1;
        }

        if (c > 127)
        {
            throw Error("classes have ASCII members only");
        }

        if (_pattern.AsSpan(_position).StartsWith("[:", StringComparison.Ordinal))
        {
            throw Error("POSIX classes are outside the dialect");
        }

        _position++;
        set = ByteSet.Of(c);
        return c;
    }
}

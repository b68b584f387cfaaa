using System.Buffers;

namespace LumenArgus.Scanning.Decoding.Tables;

/// <summary>The line that names the columns of a table, and how its lines are divided.</summary>
internal readonly ref struct TableHead
{
    // What stands before the first line of separated values: a sentence, the fence of a block.
    private const int MostLinesBefore = 3;

    private const int MostBytes = 1024;

    private static readonly SearchValues<byte> Delimiters = SearchValues.Create(",;\t"u8);
    private static readonly SearchValues<byte> RuleBytes = SearchValues.Create("-=+|: \t\r"u8);

    // What no name of a column has, and most lines of code do.
    private static readonly SearchValues<byte> CodeBytes = SearchValues.Create("{}<>=()[]\\$&!?@"u8);

    public ReadOnlySpan<byte> Line { get; private init; }

    /// <summary>Where it begins in the text.</summary>
    public int Start { get; private init; }

    /// <summary>Where the line behind it begins, or the one behind the rule.</summary>
    public int Rows { get; private init; }

    /// <summary>What stands between two columns; 0 where they are as wide as the dashes below their names.</summary>
    public byte Delimiter { get; private init; }

    /// <summary>The line of dashes; empty if there is none.</summary>
    public ReadOnlySpan<byte> Rule { get; private init; }

    /// <summary>Reads the names of separated values: the first line, or one of the next, of two with the same delimiters.</summary>
    public static bool TryReadAtStart(ReadOnlySpan<byte> text, out TableHead head)
    {
        var start = 0;
        for (var i = 0; i <= MostLinesBefore && start < text.Length; i++)
        {
            var line = LineAt(text, start);
            var next = start + line.Length + 1;
            if (next >= text.Length)
            {
                break;
            }

            if (IsHeader(line) && line.ContainsAny(Delimiters) && DelimiterOf(line) is var delimiter && LineAt(text, next).Count(delimiter) >= line.Count(delimiter))
            {
                head = new TableHead { Line = line, Start = start, Rows = next, Delimiter = delimiter };
                return true;
            }

            start = next;
        }

        head = default;
        return false;
    }

    /// <summary>Reads the names above a rule: <c>|---|---|</c>, <c>---+---</c>, <c>--- ---</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">A place in the rule.</param>
    /// <param name="head">The head.</param>
    public static bool TryReadAbove(ReadOnlySpan<byte> text, int position, out TableHead head)
    {
        head = default;
        var start = StartOfLine(text, position);
        var rule = LineAt(text, start);
        if (start < 2 || rule.Length > MostBytes || rule.ContainsAnyExcept(RuleBytes))
        {
            return false;
        }

        var headStart = StartOfLine(text, start - 1);
        var line = text[headStart..(start - 1)];
        head = new TableHead { Line = line, Start = headStart, Rows = start + rule.Length + 1, Delimiter = rule.ContainsAny((byte)'|', (byte)'+') ? (byte)'|' : (byte)0, Rule = rule };
        return IsHeader(line) && (head.Delimiter == 0 || line.Contains((byte)'|'));
    }

    /// <summary>The line that begins at a place, without its end.</summary>
    public static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> text, int start)
    {
        var rest = start < text.Length ? text[start..] : default;
        var end = rest.IndexOf((byte)'\n');
        return end < 0 ? rest : rest[..end];
    }

    private static bool IsHeader(ReadOnlySpan<byte> line) => line.Length is > 2 and <= MostBytes && !line.ContainsAny(CodeBytes);

    private static byte DelimiterOf(ReadOnlySpan<byte> line)
    {
        var (commas, semicolons, tabs) = (line.Count((byte)','), line.Count((byte)';'), line.Count((byte)'\t'));
        return commas >= semicolons && commas >= tabs ? (byte)',' : semicolons >= tabs ? (byte)';' : (byte)'\t';
    }

    private static int StartOfLine(ReadOnlySpan<byte> text, int position)
    {
        var start = position;
        while (start > 0 && position - start <= MostBytes && text[start - 1] != '\n')
        {
            start--;
        }

        return start;
    }
}

using System.Buffers;
using System.Globalization;

namespace LumenArgus.Proxy.Control;

/// <summary>Checks text that says that it is in the Prometheus format: one wrong line makes a scraper throw the whole page away.</summary>
/// <param name="Names">Names of metrics, of samples and of comments with a meaning.</param>
/// <param name="Problem">What is wrong, without any of the text; null if nothing is.</param>
internal sealed record ExpositionLines(IReadOnlySet<string> Names, string? Problem)
{
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:");
    private static readonly SearchValues<char> LabelLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    public static ExpositionLines Read(string text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var isRight = line.IsEmpty || (line[0] == '#' ? ReadComment(line[1..], names) : ReadSample(line, names));
            if (!isRight)
            {
                return new ExpositionLines(names, string.Create(CultureInfo.InvariantCulture, $"line {number} is not in the text format"));
            }
        }

        return new ExpositionLines(names, Problem: null);
    }

    // Only HELP and TYPE mean anything.
    private static bool ReadComment(ReadOnlySpan<char> comment, HashSet<string> names)
    {
        comment = comment.TrimStart(" \t");
        var isType = comment.StartsWith("TYPE ", StringComparison.Ordinal);
        if (!isType && !comment.StartsWith("HELP ", StringComparison.Ordinal))
        {
            return true;
        }

        var rest = comment["TYPE ".Length..].TrimStart(' ');
        if (!TryName(ref rest, NameLetters, out var name))
        {
            return false;
        }

        names.Add(name);
        return !isType || rest.Trim(' ') is "counter" or "gauge" or "histogram" or "summary" or "untyped";
    }

    private static bool ReadSample(ReadOnlySpan<char> line, HashSet<string> names)
    {
        if (!TryName(ref line, NameLetters, out var name))
        {
            return false;
        }

        names.Add(name);
        line = line.TrimStart(" \t");
        if (line is ['{', ..] && !TryLabels(ref line))
        {
            return false;
        }

        line = line.Trim(" \t");
        var end = line.IndexOfAny(' ', '\t');
        var value = end < 0 ? line : line[..end];
        var time = end < 0 ? default : line[end..].TrimStart(" \t");
        return IsNumber(value) && (time.IsEmpty || long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text is "NaN" or "+Inf" or "-Inf" or "Inf" || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool TryLabels(ref ReadOnlySpan<char> line)
    {
        line = line[1..];
        while (true)
        {
            line = line.TrimStart(" \t");
            if (line is ['}', ..])
            {
                line = line[1..];
                return true;
            }

            if (!TryName(ref line, LabelLetters, out _) || line is not ['=', '"', ..])
            {
                return false;
            }

            line = line[2..];
            if (!TrySkipValue(ref line))
            {
                return false;
            }

            line = line.TrimStart(" \t");
            if (line is [',', ..])
            {
                line = line[1..];
            }
            else if (line is not ['}', ..])
            {
                return false;
            }
        }
    }

    private static bool TrySkipValue(ref ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                line = line[(i + 1)..];
                return true;
            }

            if (line[i] == '\\' && (++i == line.Length || line[i] is not ('\\' or '"' or 'n')))
            {
                return false;
            }
        }

        return false;
    }

    private static bool TryName(ref ReadOnlySpan<char> line, SearchValues<char> letters, out string name)
    {
        var end = line.IndexOfAnyExcept(letters);
        end = end < 0 ? line.Length : end;
        name = new string(line[..end]);
        line = line[end..];
        return end > 0 && !char.IsAsciiDigit(name[0]);
    }
}

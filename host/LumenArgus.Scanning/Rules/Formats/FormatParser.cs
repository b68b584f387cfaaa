using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Rules.Formats;

/// <summary>
/// Reads a format: characters that stand for themselves (<c>&lt;&lt;</c> is a <c>&lt;</c>) and places in angle brackets. A place is <c>set:n</c>, <c>set:n-m</c> or
/// <c>set:n+</c> with a set of <see cref="LetterSets"/>; a choice <c>live|test</c>, of which one may be empty; <c>uuid</c>; <c>crc32-base62:6</c> (of what was drawn)
/// and <c>crc32-base36:7</c> (of all that stands before it); and at the start <c>name:acme|acm+api key|token</c>, a name with one of the first words and then one of the
/// second (a space there is any separator or none), in any case and joined in any way, with what assigns a value to it.
/// </summary>
internal static class FormatParser
{
    private const int MostDrawn = 65_536;
    private const string NamePlace = "name:";

    /// <exception cref="FormatSyntaxException">It cannot be read.</exception>
    public static FormatPart[] Parse(string format)
    {
        var parts = new List<FormatPart>();
        var literal = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '<')
            {
                literal.Append(format[i]);
                continue;
            }

            if (i + 1 < format.Length && format[i + 1] == '<')
            {
                literal.Append('<');
                i++;
                continue;
            }

            var end = format.IndexOf('>', i);
            if (end < 0)
            {
                throw new FormatSyntaxException($"missing > for the < at position {i}");
            }

            Flush(literal, parts);
            parts.Add(Place(format[(i + 1)..end]));
            i = end;
        }

        Flush(literal, parts);
        return parts.Count > 0 ? [.. parts] : throw new FormatSyntaxException("a format has at least one character");
    }

    private static void Flush(StringBuilder literal, List<FormatPart> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new FormatPart.Literal(literal.ToString()));
            literal.Clear();
        }
    }

    private static FormatPart Place(string place)
    {
        if (place == "uuid")
        {
            return new FormatPart.Uuid();
        }

        if (place.StartsWith(NamePlace, StringComparison.Ordinal))
        {
            var groups = place[NamePlace.Length..].Split('+');
            return groups.Length <= 2 && groups.All(static group => group.Split('|').All(static word => word.Length > 1))
                ? new FormatPart.Name(groups[0].Split('|'), groups.Length == 2 ? groups[1].Split('|') : [])
                : throw new FormatSyntaxException($"<{place}>: expected words of two or more characters, as in <name:acme> or <name:acme|acm+api key|token>");
        }

        var colon = place.LastIndexOf(':');
        if (place.Contains('|', StringComparison.Ordinal) && !place.StartsWith('['))
        {
            return new FormatPart.Choice(place.Split('|'));
        }

        var name = colon < 0 ? place : place[..colon];
        var (min, max) = Count(place, colon < 0 ? "" : place[(colon + 1)..]);
        return name switch
        {
            "crc32-base62" => new FormatPart.Checksum(LetterSets.Base62, min, OfAll: false),
            "crc32-base36" => new FormatPart.Checksum(LetterSets.Base36, min, OfAll: true),
            _ => LetterSets.Find(name) is var (letters, set)
                ? new FormatPart.Run(letters, set, min, max)
                : throw new FormatSyntaxException($"<{place}>: there is no set '{name}'; write one of {string.Join(", ", LetterSets.Names)}, or a class such as [A-Z0-9]"),
        };
    }

    private static (int Min, int? Max) Count(string place, string count)
    {
        var isOpen = count.EndsWith('+');
        var bounds = (isOpen ? count[..^1] : count).Split('-');
        if (bounds.Length is 1 or 2
            && int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var min)
            && int.TryParse(bounds[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var max)
            && max >= Math.Max(min, 1) && max <= MostDrawn)
        {
            return (min, isOpen ? null : max);
        }

        throw new FormatSyntaxException($"<{place}>: expected a number behind the colon, as in <hex:32>, <hex:32-40> or <hex:32+>");
    }
}

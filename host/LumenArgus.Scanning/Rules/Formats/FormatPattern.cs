using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Rules.Formats;

/// <summary>From a format to the pattern of exactly that.</summary>
internal static class FormatPattern
{
    // An escape counts as a start because tools quote JSON in JSON: there the letter of \n stands directly before the token.
    private const string WordStart = @"(?:\\[nrt]|\b)";
    private const string Hex = "[0-9A-Fa-f]";
    private const string Syntax = @"\.[]{}()*+?^$|";

    /// <summary>The pattern; group 1 is the token.</summary>
    public static string Of(FormatPart[] parts)
    {
        var pattern = new StringBuilder(StartsWithWord(parts[0]) ? WordStart : "").Append('(');
        foreach (var part in parts)
        {
            Append(pattern, part);
        }

        return pattern.Append(')').Append(End(parts[^1])).ToString();
    }

    private static void Append(StringBuilder pattern, FormatPart part)
    {
        switch (part)
        {
            case FormatPart.Literal literal:
                pattern.Append(Escape(literal.Text));
                break;
            case FormatPart.Choice choice:
                pattern.Append("(?:").AppendJoin('|', choice.Texts.Where(text => text.Length > 0).Select(Escape)).Append(choice.Texts.Contains("") ? ")?" : ")");
                break;
            case FormatPart.Run run:
                pattern.Append(run.Class).Append(Bounds(run));
                break;
            case FormatPart.Uuid:
                pattern.Append(CultureInfo.InvariantCulture, $"{Hex}{{8}}-{Hex}{{4}}-{Hex}{{4}}-{Hex}{{4}}-{Hex}{{12}}");
                break;
            case FormatPart.Checksum checksum:
                pattern.Append(CultureInfo.InvariantCulture, $"[0-9A-Za-z]{{{checksum.Length}}}");
                break;
        }
    }

    private static string Bounds(FormatPart.Run run) =>
        run.Max is null ? string.Create(CultureInfo.InvariantCulture, $"{{{run.Min},}}")
        : run.Max == run.Min ? string.Create(CultureInfo.InvariantCulture, $"{{{run.Min}}}")
        : string.Create(CultureInfo.InvariantCulture, $"{{{run.Min},{run.Max}}}");

    private static bool StartsWithWord(FormatPart part) => part switch
    {
        FormatPart.Literal literal => IsWord(literal.Text[0]),
        FormatPart.Choice choice => choice.Texts.All(text => text.Length > 0 && IsWord(text[0])),
        FormatPart.Run run => run.Letters.All(IsWord),
        _ => true,
    };

    // A fixed body must not go on behind its end: 40 hex digits in a longer word are something else. An open one has taken all there is.
    private static string End(FormatPart last) => last switch
    {
        FormatPart.Run { Max: null } => "",
        FormatPart.Run run => $"(?:[^0-9A-Za-z{Escape(OtherLetters(run))}]|$)",
        FormatPart.Uuid or FormatPart.Checksum => @"\b",
        FormatPart.Literal literal when IsWord(literal.Text[^1]) => @"\b",
        _ => "",
    };

    // In a class a hyphen stands for itself at the end.
    private static string OtherLetters(FormatPart.Run run) =>
        string.Concat(run.Letters.Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct().OrderBy(letter => letter == '-'));

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ when Syntax.Contains(letter) => $@"\{letter}",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}

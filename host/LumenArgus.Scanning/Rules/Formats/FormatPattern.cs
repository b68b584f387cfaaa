using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Rules.Formats;

/// <summary>From a format to the pattern of exactly that.</summary>
internal static class FormatPattern
{
    // An escape counts as a start because tools quote JSON in JSON: there the letter of \n stands directly before the token.
    private const string WordStart = @"(?:\\[nrt]|\b)";
    private const string Hex = "[0-9A-Fa-f]";

    // From the end of a name to its value: name = "value", "name": "value", name: string = 'value', ['name'] => 'value', <name>value, also with escaped quotes.
    private const string Assignment =
        """["'`\\\])]{0,4}[ \t]{0,8}(?:={1,3}>?|>|:(?:=|[ \t]{0,2}[A-Za-z]{3,12}[ \t]{0,2}=)?)[ \t]{0,8}["'`\\]{0,3}""";

    private const string Separator = "[_ .-]?";

    // Shorter ones are also the middle of other words.
    private const int LongWord = 5;

    private const string Syntax = @"\.[]{}()*+?^$|";

    /// <summary>The pattern; group 1 is the token.</summary>
    public static string Of(FormatPart[] parts)
    {
        var name = parts[0] as FormatPart.Name;
        var pattern = new StringBuilder(name is not null ? Named(name) : StartsWithWord(parts[0]) ? WordStart : "").Append('(');
        foreach (var part in parts.Skip(name is null ? 0 : 1))
        {
            Append(pattern, part);
        }

        return pattern.Append(')').Append(End(parts[^1], isNamed: name is not null)).ToString();
    }

    private static string Named(FormatPart.Name name)
    {
        var start = name.Words.Any(static word => word.Length < LongWord) ? @"(?:\\[nrt]|\b|_)" : "";
        var credential = name.Credentials.Length == 0 ? "" : $"[0-9a-z_ .-]{{0,24}}?{AnyOf(name.Credentials, Separator)}";
        return $"(?i:{start}{AnyOf(name.Words, Separator)}{credential}){Assignment}";
    }

    // As a tree, in which one byte decides each choice: that costs the matcher no way back.
    private static string AnyOf(IReadOnlyCollection<string> words, string space)
    {
        string[] branches =
        [
            .. words.Where(static word => word.Length > 0).GroupBy(static word => word[0])
                .Select(group => (group.Key == ' ' ? space : Escape(group.Key)) + AnyOf([.. group.Select(static word => word[1..]).Distinct()], space)),
        ];
        return branches.Length == 0 ? "" : words.Contains("") ? $"(?:{string.Join('|', branches)})?" : branches.Length == 1 ? branches[0] : $"(?:{string.Join('|', branches)})";
    }

    private static void Append(StringBuilder pattern, FormatPart part)
    {
        switch (part)
        {
            case FormatPart.Literal literal:
                pattern.Append(Escape(literal.Text));
                break;
            case FormatPart.Choice choice:
                pattern.Append(AnyOf(choice.Texts, " "));
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
    private static string End(FormatPart last, bool isNamed) => last switch
    {
        FormatPart.Run { Max: null } => "",
        FormatPart.Run run when isNamed && run.Letters.All(IsWord) => @"\b",
        FormatPart.Run run => $"(?:[^0-9A-Za-z{Escape(OtherLetters(run))}]|$)",
        FormatPart.Uuid or FormatPart.Checksum => @"\b",
        FormatPart.Literal literal when IsWord(literal.Text[^1]) => @"\b",
        _ => "",
    };

    // In a class a hyphen stands for itself at the end.
    private static string OtherLetters(FormatPart.Run run) =>
        string.Concat(run.Letters.Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct().OrderBy(letter => letter == '-'));

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private static string Escape(string text) => string.Concat(text.Select(Escape));

    private static string Escape(char letter) => letter switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ when Syntax.Contains(letter) => $@"\{letter}",
        _ => letter.ToString(),
    };
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Rules;
using LumenArgus.Tests.Scanning.Decoding;

namespace LumenArgus.Tests.Plugins;

/// <summary>The ways in which a text can stand in a body, by name.</summary>
internal static class BodyWays
{
    public const string Plain = "plain";
    public const string JsonEscapes = "JSON escapes";

    // The shortest keyword that a rule has to have to be looked for over a seam.
    private const int ShortestSeamKeyword = 3;
    private const int ShortestSeamValue = 8;
    private const string InCode = "concatenation in code";

    private static readonly string[] AsciiOnly = ["base64 in binary", "base64 in a large binary", "hex escapes"];

    private static readonly string[] Partial = ["percent some", "quoted-printable lines"];

    private static readonly Dictionary<string, Func<string, string>> Nested = new(StringComparer.Ordinal)
    {
        ["hex in base64"] = text => Encode("base64", Encode("hex", text)),
        ["base64 in base64"] = text => Encode("base64", Encode("base64", text)),
        ["base64 in percent"] = text => Encode("percent", Encode("base64", text)),
        ["base64 in unicode"] = text => Encode("unicode", Encode("base64", text)),
        ["percent in hex"] = text => Encode("hex", Encode("percent", text)),
        ["unicode in html"] = text => Encode("html decimal", Encode("unicode", text)),
        ["html in gzip"] = text => Encode("gzip in base64", Encode("html hex", text)),
        ["percent in quoted-printable"] = text => Encode("quoted-printable", Encode("percent", text)),
    };

    private static readonly Dictionary<string, Func<string, string>> Disguised = new(StringComparer.Ordinal)
    {
        ["zero-width spaces"] = text => string.Concat(text.Select((letter, i) => i % 4 == 3 ? "\u200b" + letter : letter.ToString())),
        ["soft hyphens"] = text => string.Concat(text.Select((letter, i) => i % 5 == 2 ? "\u00ad" + letter : letter.ToString())),
        ["bidi controls"] = text => string.Concat(text.Select((letter, i) => i % 6 == 1 ? "\u202d" + letter : letter.ToString())),
        ["variation selectors"] = text => string.Concat(text.Select((letter, i) => i % 6 == 4 ? letter + "\ufe0f" : letter.ToString())),
        ["fullwidth letters"] = text => string.Concat(text.Select(letter => letter is > ' ' and <= '~' && char.IsAsciiLetterOrDigit(letter) ? (char)(letter - '!' + '\uff01') : letter)),
        ["tag characters"] = text => string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ConvertFromUtf32(0xE0000 + letter) : letter.ToString())),
        ["look-alike letters"] = text => text.Replace('a', '\u0430').Replace('e', '\u0435').Replace('o', '\u043e').Replace('A', '\u0410').Replace('K', '\u041a').Replace('c', '\u0441'),
    };

    private static readonly Dictionary<string, Func<string, string, string>> Seams = new(StringComparer.Ordinal)
    {
        ["two text blocks"] = (first, second) => Message($$"""[{"type":"text","text":{{Json(first)}}},{"type":"text","text":{{Json(second)}}}]"""),
        ["an array of lines"] = (first, second) => Message($$$"""[{"type":"tool_use","input":{"lines":[{{{Json(first)}}},{{{Json(second)}}}] } }]"""),
        ["two messages"] = (first, second) => $$$"""{"messages":[{"role":"user","content":{{{Json(first)}}} },{"role":"user","content":{{{Json(second)}}} }]}""",
        [InCode] = (first, second) => Message(Json($"const text = \"{first}\" + \"{second}\";")),
    };

    public static IReadOnlyList<string> Decodings { get; } = [.. Encoders.All.Keys.Except(Partial), .. Nested.Keys];

    public static IReadOnlyList<string> Disguises { get; } = [.. Disguised.Keys];

    public static IReadOnlyList<string> SplitValues { get; } = [.. Seams.Keys];

    public static IReadOnlyList<string> WithoutStage { get; } = [Plain, JsonEscapes];

    public static IReadOnlyList<string> All { get; } = [.. WithoutStage, .. Decodings, .. Disguises, .. SplitValues];

    /// <summary>Whether a rule is looked for in this way; what is not is said in the README of decoding.</summary>
    public static bool IsFor(string way, DetectionRule rule, RuleIndex index, string text, string value) =>
        IsForScript(way, text) && (!Seams.ContainsKey(way) || IsJoined(rule, index, value)) && (way != InCode || IsInCode(rule, text));

    // A disguise of ASCII letters, bytes written one by one, and text between binary: of other scripts there is no such thing or it is not told from the rest.
    private static bool IsForScript(string way, string text) =>
        System.Text.Ascii.IsValid(text) || !(Disguised.ContainsKey(way) || Array.IndexOf(AsciiOnly, way) >= 0 || (text.Any(char.IsSurrogate) && Encoders.IsByUnit(way)));

    // A string of one line: no rule about the start of a line is met there.
    private static bool IsInCode(DetectionRule rule, string text) =>
        System.Text.Ascii.IsValid(text) && text.IndexOfAny(['"', '\'', '\n', '\\']) < 0 && !rule.Pattern.Replace("[^", "", StringComparison.Ordinal).Contains('^', StringComparison.Ordinal);

    // Only a value without blanks, of a format with a literal of its own, is joined over a seam.
    private static bool IsJoined(DetectionRule rule, RuleIndex index, string value) =>
        rule is { Generic: false, KeywordDistance: 0 } && value.Length >= ShortestSeamValue && !value.AsSpan().ContainsAny(" \n\t")
        && index.Rules[0].Anchor is { Kind: AnchorKind.Keyword } anchor && anchor.Keywords.All(keyword => keyword.Length >= ShortestSeamKeyword);

    /// <summary>A body that holds the text in this way.</summary>
    /// <param name="way">The way.</param>
    /// <param name="text">The text.</param>
    /// <param name="middle">Where the value of the text is split.</param>
    /// <param name="before">A sentence before it.</param>
    /// <param name="after">A sentence behind it.</param>
    public static string Body(string way, string text, int middle, string before, string after)
    {
        if (Seams.TryGetValue(way, out var seam))
        {
            return seam(text[..middle], text[middle..]);
        }

        var whole = before + text + after;
        return way switch
        {
            Plain => Message(Json(whole)),
            JsonEscapes => Message("\"" + string.Concat(whole.Select(letter => $"\\u{(int)letter:x4}")) + "\""),
            _ when Nested.TryGetValue(way, out var nest) => Message(Json(nest(whole))),
            _ when Disguised.TryGetValue(way, out var disguise) => Message(Json(before + disguise(text) + after)),
            _ => Message(Json(Encode(way, whole))),
        };
    }

    private static string Encode(string encoding, string text) => Encoders.All[encoding].Encode(text);

    private static string Message(string content) => $$$"""{"messages":[{"role":"user","content":{{{content}}} }]}""";

    private static string Json(string text) => Decoded.Json(text);
}

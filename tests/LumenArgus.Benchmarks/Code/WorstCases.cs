using System.Text;

namespace LumenArgus.Benchmarks.Code;

/// <summary>Texts that make each part of the scan work: long runs, encodings in encodings, keywords in a row, starts of every rule.</summary>
internal static class WorstCases
{
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>(StringComparer.Ordinal)
    {
        ["long run"] = static bytes => new string('a', bytes),
        ["random base64"] = static bytes => Random("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", bytes),
        ["nested base64"] = static bytes => Nested(bytes),
        ["percent"] = static bytes => Repeat("%25", bytes),
        ["escapes"] = static bytes => Repeat(@"\u005c", bytes),
        ["references"] = static bytes => Repeat("&amp;", bytes),
        ["hex groups"] = static bytes => Repeat("41:", bytes),
        ["concatenation"] = static bytes => Repeat("a\" + \"", bytes),
        ["zero-width"] = static bytes => Repeat("a\u200b", bytes),
        ["digits"] = static bytes => Random("0123456789 -.", bytes),
        ["keywords"] = static bytes => Repeat(string.Concat(CommunityRules.Read().Keywords), bytes),
        ["keywords with values"] = static bytes => Repeat(string.Concat(CommunityRules.Read().Keywords.Select((keyword, i) => $"{keyword} = \"{i * 7919:x8}aZ9\" ")), bytes),
        ["starts of all rules"] = static bytes => Repeat(string.Concat(CommunityRules.Read().Rules.SelectMany(static rule => rule.Positives).Where(static text => !text.Any(char.IsSurrogate)).Select(static text => text[..(text.Length / 2)] + "\n")), bytes),
        ["negatives of all rules"] = static bytes => Repeat(string.Concat(CommunityRules.Read().Rules.SelectMany(static rule => rule.Negatives).Select(static text => text + "\n")), bytes),
    };

    private static string Repeat(string unit, int bytes) => string.Concat(Enumerable.Repeat(unit, (bytes / unit.Length) + 1))[..bytes];

    private static string Random(string letters, int bytes) => new(new Random(1).GetItems<char>(letters, bytes));

    private static string Nested(int bytes)
    {
        var text = "the quick brown fox jumps over the lazy dog. ";
        while (text.Length < bytes)
        {
            text = Convert.ToBase64String(Encoding.UTF8.GetBytes(text + text));
        }

        return text[..bytes];
    }
}

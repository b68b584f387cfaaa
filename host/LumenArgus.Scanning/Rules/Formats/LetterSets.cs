using System.Text;

namespace LumenArgus.Scanning.Rules.Formats;

/// <summary>The sets of letters that a format can name.</summary>
internal static class LetterSets
{
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly Dictionary<string, (string Letters, string Class)> Named = new(StringComparer.Ordinal)
    {
        ["digit"] = (Digits, "[0-9]"),
        ["lower"] = (Lower, "[a-z]"),
        ["upper"] = (Upper, "[A-Z]"),
        ["letter"] = (Upper + Lower, "[A-Za-z]"),
        ["alnum"] = (Digits + Upper + Lower, "[0-9A-Za-z]"),
        ["loweralnum"] = (Digits + Lower, "[0-9a-z]"),
        ["upperalnum"] = (Digits + Upper, "[0-9A-Z]"),
        ["word"] = (Digits + Upper + Lower + "_", "[0-9A-Za-z_]"),
        ["hex"] = (Digits + "abcdef", "[0-9a-f]"),
        ["upperhex"] = (Digits + "ABCDEF", "[0-9A-F]"),
        ["base32"] = (Upper + "234567", "[A-Z2-7]"),
        ["base58"] = ("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", "[1-9A-HJ-NP-Za-km-z]"),
        ["base64"] = (Digits + Upper + Lower + "+/", "[0-9A-Za-z+/]"),
        ["base64url"] = (Digits + Upper + Lower + "-_", "[0-9A-Za-z_-]"),
    };

    public static string Base36 => Digits + Lower;

    public static string Base62 => Digits + Upper + Lower;

    public static IEnumerable<string> Names => Named.Keys;

    /// <summary>A named set, or a class in square brackets with letters and ranges.</summary>
    public static (string Letters, string Class)? Find(string name) =>
        Named.TryGetValue(name, out var set) ? set : name.StartsWith('[') && name.EndsWith(']') && name.Length > 2 ? (Expand(name[1..^1]), name) : null;

    // [A-Z0-9_-]: a hyphen at the end is one.
    private static string Expand(string items)
    {
        var letters = new StringBuilder();
        for (var i = 0; i < items.Length; i++)
        {
            if (i + 2 < items.Length && items[i + 1] == '-')
            {
                for (var letter = items[i]; letter <= items[i + 2]; letter++)
                {
                    letters.Append(letter);
                }

                i += 2;
            }
            else
            {
                letters.Append(items[i]);
            }
        }

        return letters.ToString();
    }
}

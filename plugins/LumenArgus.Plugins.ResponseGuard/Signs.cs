using System.Text;
using System.Text.RegularExpressions;

namespace LumenArgus.Plugins.ResponseGuard;

/// <summary>
/// What an answer that was not written for the user looks like. The expressions are matched without backtracking, so the time grows with the text alone; where a text of a
/// repository says the same, it stands in a request and not in an answer.
/// </summary>
internal static class Signs
{
    public const string HiddenText = "hidden_text";
    public const string CarryingImage = "carrying_image";
    public const string FetchAndRun = "fetch_and_run";
    public const string OverridingText = "overriding_text";

    // Of characters without a form that spell ASCII (Unicode, Tags block). Flags of regions have up to six.
    private const int MostTags = 12;
    private const int FirstTag = 0xE0000;
    private const int LastTag = 0xE007F;

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly (string Type, Regex Pattern)[] Patterns =
    [
        // A long value in the query of an image that a chat window loads by itself.
        (CarryingImage, new(@"!\[[^\]\n]{0,200}\]\(https?://[^\s()?]{1,300}\?[^\s()]{0,200}=[A-Za-z0-9%+/_\-]{48,}", Linear, Limit)),
        (FetchAndRun, new(@"\b(curl|wget)\b[^\n|]{0,300}\|\s{0,4}(sudo\s{1,4})?(ba|z|da)?sh\b[^\n]{0,80}(>\s{0,4}/dev/null|&\s{0,4}$|&\s{0,4}disown)", Linear, Limit)),
        (OverridingText, new(
            @"\b(ignore|disregard|forget)\s{1,4}(all\s{1,4}|any\s{1,4})?(of\s{1,4})?(the\s{1,4}|your\s{1,4}|my\s{1,4})?(previous|prior|earlier|preceding)\s{1,4}(instructions|prompts|rules|messages)\b", Linear, Limit)),
    ];

    /// <summary>The types of what was found, each once.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var found = new List<string>();
        if (HasHiddenText(text))
        {
            found.Add(HiddenText);
        }

        found.AddRange(Patterns.Where(sign => sign.Pattern.IsMatch(text)).Select(static sign => sign.Type));
        return found;
    }

    private static bool HasHiddenText(string text)
    {
        // All of them have this first half, and hardly anything else does.
        var run = 0;
        for (var i = text.IndexOf('\uDB40'); i >= 0 && i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) == System.Buffers.OperationStatus.Done && rune.Value is >= FirstTag and <= LastTag)
            {
                i += length;
                if (++run > MostTags)
                {
                    return true;
                }

                continue;
            }

            run = 0;
            var next = text.AsSpan(i + length).IndexOf('\uDB40');
            i = next < 0 ? -1 : i + length + next;
        }

        return false;
    }
}

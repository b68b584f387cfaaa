using System.Globalization;
using System.Text;

namespace LumenArgus.Host.Output;

/// <summary>Makes text from outside safe to show: a request must not be able to move the cursor, change colours or forge a line.</summary>
internal static class PrintableText
{
    /// <summary>Replaces control characters, invisible direction marks, line separators and broken surrogates by <c>?</c>.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(IsPrintable(rune) ? rune : new Rune('?'));
        }

        return result.ToString();
    }

    private static bool IsPrintable(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}

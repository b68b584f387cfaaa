using System.Globalization;
using System.Text;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>
/// Writes a pattern for <see cref="System.Text.RegularExpressions.Regex"/> over <see cref="ByteText"/>, where one char is one byte. All classes are
/// written out, so nothing of Unicode or culture is left; <c>\b</c> is ASCII because the chars of the upper half are no word characters.
/// </summary>
internal static class RegexWriter
{
    public static string Write(PatternNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Literal literal:
                foreach (var b in literal.Bytes)
                {
                    var set = ByteSet.Of(b);
                    AppendSet(text, literal.IgnoreCase ? set.IgnoreCase() : set);
                }

                break;
            case PatternNode.Class set:
                AppendSet(text, set.Set);
                break;
            case PatternNode.Assertion assertion:
                text.Append(assertion.Kind switch
                {
                    AssertionKind.WordBoundary => @"\b",
                    AssertionKind.LineStart => "^",
                    _ => @"$",
                });
                break;
            case PatternNode.Capture capture:
                text.Append('(');
                Append(text, capture.Item);
                text.Append(')');
                break;
            case PatternNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    Append(text, item);
                }

                break;
            case PatternNode.Alternation alternation:
                text.Append("(?:");
                for (var i = 0; i < alternation.Branches.Length; i++)
                {
                    text.Append(i == 0 ? "" : "|");
                    Append(text, alternation.Branches[i]);
                }

                text.Append(')');
                break;
            case PatternNode.Repeat repeat:
                text.Append("(?:");
                Append(text, repeat.Item);
                text.Append(CultureInfo.InvariantCulture, $"){{{repeat.Min},");
                text.Append(repeat.Max == PatternNode.Repeat.Unbounded ? "" : repeat.Max.ToString(CultureInfo.InvariantCulture));
                text.Append(repeat.Lazy ? "}?" : "}");
                break;
        }
    }

    private static void AppendSet(StringBuilder text, ByteSet set)
    {
        text.Append('[');
        for (var from = 0; from < 256; from++)
        {
            if (!set.Contains(from))
            {
                continue;
            }

            var to = from;
            while (to < 255 && to != 127 && set.Contains(to + 1))
            {
                to++;
            }

            AppendChar(text, from);
            if (to > from)
            {
                text.Append('-');
                AppendChar(text, to);
            }

            from = to;
        }

        text.Append(']');
    }

    private static void AppendChar(StringBuilder text, int value) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)ByteText.ToChar((byte)value):x4}");
}

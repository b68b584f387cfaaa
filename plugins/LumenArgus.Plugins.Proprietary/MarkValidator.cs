using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Proprietary;

/// <summary>
/// Tells marks of confidentiality from the prose of licences and manuals: <c>OR OTHER PROPRIETARY RIGHTS</c>, <c>sell it as proprietary</c>, <c>if you do not distribute copies</c>,
/// <c>- **Confidential**: clients that keep a secret</c>.
/// </summary>
internal sealed class MarkValidator : IRuleValidator
{
    public const string RuleName = "confidential_mark";

    private const string Forbids = "distribute";

    // What follows where a text forbids to pass itself on; else what is not distributed is something else.
    private static readonly string[] Continues = ["outside", "beyond", "without", "externally", "further", "to", "or", "this"];

    private static readonly string[] Prose = ["right", "rights", "notice", "notices", "legend", "legends", "computing", "vm", "vms", "ledger"];

    // A client of OAuth (RFC 6749, 2.1), or a licence.
    private static readonly string[] Subjects = ["client type", "licen"];

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        var last = value[(value.LastIndexOfAny(" \t\r\n") + 1)..];
        if (value.Contains(Forbids, StringComparison.OrdinalIgnoreCase))
        {
            return last.Equals(Forbids, StringComparison.OrdinalIgnoreCase) || value.StartsWith("DO", StringComparison.Ordinal) || IsOneOf(last, Continues);
        }

        return !IsOneOf(last, Prose) && !BeginsWithOneOf(value, Subjects) && !value.Contains("**", StringComparison.Ordinal)
            && !(value.StartsWith("as", StringComparison.OrdinalIgnoreCase) && last.Equals("proprietary", StringComparison.OrdinalIgnoreCase));
    }

    private static bool BeginsWithOneOf(ReadOnlySpan<char> value, string[] words)
    {
        foreach (var each in words)
        {
            if (value.StartsWith(each, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var each in words)
        {
            if (word.Equals(each, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

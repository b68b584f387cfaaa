using System.Text.RegularExpressions;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Rules.Validation;

/// <summary>A rule without its literals and choices of literals: what is left says whether two rules are one.</summary>
internal static partial class RuleShape
{
    public static string Of(DetectionRule rule) =>
        rule.Pattern.Length == 0 ? string.Concat(Places().Matches(rule.Format ?? "").Select(static place => place.Value)) : rule.Pattern;

    [GeneratedRegex("<[^|>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();
}

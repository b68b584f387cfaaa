using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Scanning.Rules.Validation;

/// <summary>
/// Holds a rule to what a rule has to be: named, with a source, ready to run, and right about its own examples in the engine that runs in the product.
/// The quality gate of the community plugins and of <c>lumen-argus rules validate</c>.
/// </summary>
/// <param name="validators">Validators by name.</param>
public sealed class RuleCheck(IReadOnlyDictionary<string, IRuleValidator> validators)
{
    private const int FewestExamples = 3;
    private const int RandomPositives = 100;

    /// <summary>Checks one rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>All that is wrong; empty for a good rule.</returns>
    public IEnumerable<RuleProblem> Check(DetectionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var build = RuleIndex.Build([rule], validators, new RuleIndexOptions { Stages = RuleStages.All });
        var messages = build.Rejected.IsEmpty ? [.. Description(rule), .. Examples(rule), .. Behaviour(rule, build.Index)] : Description(rule).Append(build.Rejected[0].Reason);
        return messages.Select(message => new RuleProblem(rule.Detector, rule.Name, message));
    }

    /// <summary>Checks rules against each other: two of one issuer that differ in their literals only are one rule.</summary>
    /// <param name="rules">All rules.</param>
    /// <returns>One problem for each rule that repeats an earlier one.</returns>
    public static IEnumerable<RuleProblem> CheckRepetition(IEnumerable<DetectionRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var seen = new Dictionary<(string Detector, string? Source, string Shape), string>();
        foreach (var rule in rules.Where(static rule => rule is { Target: RuleTarget.Content, Source: not null }))
        {
            var key = (rule.Detector, rule.Source, RuleShape.Of(rule));
            if (!seen.TryAdd(key, rule.Name))
            {
                yield return new RuleProblem(rule.Detector, rule.Name, $"differs from {seen[key]} in its literals only: make them one rule with a choice");
            }
        }
    }

    private static IEnumerable<string> Description(DetectionRule rule)
    {
        if (rule.Name.Length == 0 || !rule.Name.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
        {
            yield return "a name has lower-case letters, digits and underscores only";
        }

        if (rule.Title.Length == 0)
        {
            yield return "title is missing: say what it finds, for people";
        }

        if (!rule.Generic && rule.Target == RuleTarget.Content && !Uri.TryCreate(rule.Source, UriKind.Absolute, out _))
        {
            yield return "source is missing: the address of the page that shows the format";
        }

        if (rule.Stages == RuleStages.None)
        {
            yield return "it is for no stage and would never run";
        }
    }

    private static IEnumerable<string> Examples(DetectionRule rule)
    {
        var error = "";
        if (rule.Format is not null && Formats.TokenFormat.TryParse(rule.Format, out error) is null)
        {
            yield return $"format: {error}";
        }

        // What the format does not generate has to be written.
        var written = rule.Format is null ? FewestExamples : 1;
        if (rule.Positives.Length < written)
        {
            yield return $"{rule.Positives.Length} written positives, at least {written} are needed{(rule.Format is null ? " (or a format)" : "")}";
        }

        if (RuleExamples.Negatives(rule).Count() < FewestExamples || rule.Negatives.IsEmpty)
        {
            yield return $"{RuleExamples.Negatives(rule).Count()} negatives, at least {FewestExamples} are needed, one of them written";
        }

        if (rule.Target == RuleTarget.Content && rule.Evasions.IsEmpty)
        {
            yield return "no evasion: write one text in which the value is disguised";
        }
    }

    private static IEnumerable<string> Behaviour(DetectionRule rule, RuleIndex index)
    {
        foreach (var number in Missed(rule, index, RuleExamples.Positives(rule, RandomPositives)))
        {
            yield return number < rule.Positives.Length ? $"positive {number + 1} is not found" : $"random positive {number - rule.Positives.Length + 1} of its format is not found";
        }

        foreach (var number in Missed(rule, index, rule.Evasions))
        {
            yield return $"evasion {number + 1} is not found";
        }

        foreach (var (text, number) in RuleExamples.Negatives(rule).Select((text, i) => (text, i)).Where(each => Finds(rule, index, each.text)))
        {
            _ = text;
            yield return number < rule.Negatives.Length ? $"negative {number + 1} is found" : $"near miss {number - rule.Negatives.Length + 1} of its format is found";
        }
    }

    private static IEnumerable<int> Missed(DetectionRule rule, RuleIndex index, IEnumerable<string> texts) =>
        texts.Select((text, i) => (text, i)).Where(each => !Finds(rule, index, each.text)).Select(static each => each.i);

    private static bool Finds(DetectionRule rule, RuleIndex index, string text) => RuleTrial.Run(rule, index, text) == RuleTrialResult.Found;
}

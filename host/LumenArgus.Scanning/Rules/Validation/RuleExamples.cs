using System.IO.Hashing;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Rules.Formats;

namespace LumenArgus.Scanning.Rules.Validation;

/// <summary>The written examples of a rule and, from its format, as many more as wanted. The same in every run.</summary>
public static class RuleExamples
{
    // Where a value stands in real texts: alone, behind a name, in quotes, in a sentence, on its own line of JSON in JSON.
    private static readonly string[] Contexts = ["{0}", "value: {0}\n", "\"{0}\",", "use {0} for now", "a\\n{0}\\nb"];

    /// <summary>Texts in which the rule must match: the written ones, then random ones.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="random">How many random ones; none without a format.</param>
    /// <param name="seed">Another one makes other random ones.</param>
    /// <returns>The texts.</returns>
    public static IEnumerable<string> Positives(DetectionRule rule, int random, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Positives.Concat(Values(rule, random, seed).Select((value, i) => InContext(rule, value, i)));
    }

    /// <summary>Random values of the rule's format.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="count">How many; none without a format.</param>
    /// <param name="seed">Another one makes other values.</param>
    /// <returns>The values.</returns>
    public static IEnumerable<string> Values(DetectionRule rule, int count, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (FormatOf(rule) is not { } format)
        {
            return [];
        }

        var source = RandomFor(rule, seed);
        return Enumerable.Range(0, count).Select(_ => format.Generate(source));
    }

    /// <summary>Texts in which the rule must not match: the written ones and, where the pattern is exactly the format, near misses of it.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The texts.</returns>
    public static IEnumerable<string> Negatives(DetectionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Pattern.Length == 0 && FormatOf(rule) is { } format ? rule.Negatives.Concat(format.NearMisses(RandomFor(rule))) : rule.Negatives;
    }

    // A format that names its own context, or a file, stands alone.
    private static string InContext(DetectionRule rule, string value, int number) =>
        rule.Pattern.Length > 0 || rule.Target == RuleTarget.SourceFileName ? value : string.Format(null, Contexts[number % Contexts.Length], value);

    private static TokenFormat? FormatOf(DetectionRule rule) => rule.Format is null ? null : TokenFormat.TryParse(rule.Format, out _);

    private static Random RandomFor(DetectionRule rule, int seed = 0) => new((int)Crc32.HashToUInt32(Encoding.UTF8.GetBytes(rule.Name)) ^ seed);
}

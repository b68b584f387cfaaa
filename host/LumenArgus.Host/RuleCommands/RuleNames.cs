using System.Collections.Immutable;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;

namespace LumenArgus.Host.RuleCommands;

/// <summary>How a rule is named on the command line: by its name, or by <c>detector.name</c>.</summary>
internal static class RuleNames
{
    public static ImmutableArray<CatalogueRule> Find(IEnumerable<CatalogueRule> rules, string name) =>
        [.. rules.Where(each => each.Rule.Name == name || Full(each) == name)];

    public static string Full(CatalogueRule rule) => $"{rule.Rule.Detector}.{rule.Rule.Name}";

    public static string Unknown(IEnumerable<CatalogueRule> rules, string name) =>
        $"lumen-argus: there is no rule {PrintableText.Of(name)}{Suggestion.For(name, rules.Select(static each => each.Rule.Name))}";

    /// <returns>Null where there is such a detector, or none was named.</returns>
    public static string? UnknownDetector(IEnumerable<CatalogueRule> rules, string? name)
    {
        string[] known = [.. rules.Select(static each => each.Rule.Detector).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return name is null || known.Contains(name, StringComparer.Ordinal)
            ? null
            : $"lumen-argus: there is no detector {PrintableText.Of(name)} with rules; there {(known.Length == 0 ? "is none" : $"are {PrintableText.Of(string.Join(", ", known))}")}";
    }
}

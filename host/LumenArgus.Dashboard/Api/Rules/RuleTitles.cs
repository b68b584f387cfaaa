using LumenArgus.Inspection.Generations;

namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>What rules call what they find, by the name of the rule, which is the type of its findings. Rules without a title are not in it.</summary>
internal sealed record RuleTitles(IReadOnlyDictionary<string, string> Titles)
{
    public static RuleTitles Of(IEnumerable<CatalogueRule> rules) => new(rules
        .Where(static rule => rule.Rule.Title.Length > 0)
        .DistinctBy(static rule => rule.Rule.Name, StringComparer.Ordinal)
        .ToDictionary(static rule => rule.Rule.Name, static rule => rule.Rule.Title, StringComparer.Ordinal));
}

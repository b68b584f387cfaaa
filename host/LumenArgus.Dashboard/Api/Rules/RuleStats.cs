namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>How many rules there are.</summary>
internal sealed record RuleStats(
    int Total, int Enabled, int Disabled, IReadOnlyDictionary<string, int> ByTier, IReadOnlyDictionary<string, int> ByDetector, IReadOnlyList<TagCount> Tags);

namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>Where no plugin compares rules.</summary>
internal sealed record RuleAnalysisState(bool Available, bool HasResults)
{
    public static RuleAnalysisState Unavailable { get; } = new(Available: false, HasResults: false);
}

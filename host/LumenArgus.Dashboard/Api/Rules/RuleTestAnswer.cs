namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>What a pattern finds.</summary>
/// <param name="Valid">Whether it can be a rule.</param>
/// <param name="Error">Why it cannot.</param>
/// <param name="Problem">What one should know although it can.</param>
/// <param name="Matches">Where it matches.</param>
/// <param name="DurationUs">How long the search took.</param>
internal sealed record RuleTestAnswer(bool Valid, string? Error, string? Problem, IReadOnlyList<RuleTestAnswer.TestMatch> Matches, double DurationUs)
{
    /// <summary>A match: characters of the sample, as JavaScript counts them.</summary>
    internal sealed record TestMatch(int Start, int End, string Preview);
}

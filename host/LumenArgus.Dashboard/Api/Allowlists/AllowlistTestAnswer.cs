using LumenArgus.Dashboard.Api.Findings;

namespace LumenArgus.Dashboard.Api.Allowlists;

/// <summary>What an entry would allow.</summary>
/// <param name="ValueMatch">Whether it allows the value; null where none was given.</param>
/// <param name="MatchingFindingsCount">Of the newest 200 findings, whose previews or locations it allows.</param>
/// <param name="MatchingFindings">The newest of them.</param>
internal sealed record AllowlistTestAnswer(bool? ValueMatch, int MatchingFindingsCount, IReadOnlyList<FindingView> MatchingFindings);

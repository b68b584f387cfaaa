namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>A page of rules.</summary>
internal sealed record RuleList(IReadOnlyList<RuleView> Rules, int Total, int Limit, int Offset);

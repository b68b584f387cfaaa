namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>What became of a change of many rules.</summary>
internal sealed record BulkUpdateAnswer(int Updated, IReadOnlyList<BulkUpdateAnswer.FailedRule> Failed, string Message)
{
    /// <summary>A rule that was not changed.</summary>
    internal sealed record FailedRule(string Name, string Reason);
}

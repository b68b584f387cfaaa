namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>One change of many rules.</summary>
internal sealed record BulkUpdateRequest
{
    public IReadOnlyList<string?>? Names { get; init; }

    public RuleRequest? Update { get; init; }
}

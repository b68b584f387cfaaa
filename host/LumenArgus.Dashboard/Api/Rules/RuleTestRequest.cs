namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>A pattern to try.</summary>
internal sealed record RuleTestRequest
{
    public string? Pattern { get; init; }

    public string? Sample { get; init; }

    public IReadOnlyList<string>? Keywords { get; init; }
}

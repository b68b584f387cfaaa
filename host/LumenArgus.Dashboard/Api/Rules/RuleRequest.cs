namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>A rule to add, or what of one to change: members that are missing stay.</summary>
internal sealed record RuleRequest
{
    public string? Name { get; init; }

    public string? Pattern { get; init; }

    public string? Detector { get; init; }

    public string? Severity { get; init; }

    public string? Action { get; init; }

    public bool? Enabled { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public string? Validator { get; init; }

    public IReadOnlyList<string>? Keywords { get; init; }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>A rule as it is shown.</summary>
internal sealed record RuleView
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public required string Pattern { get; init; }

    public required string Detector { get; init; }

    public required string Severity { get; init; }

    public string Action { get; init; } = "";

    public bool Enabled { get; init; }

    public string Tier { get; init; } = RuleTier.Community;

    public string Source { get; init; } = RuleSource.Import;

    public string Plugin { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string Validator { get; init; } = "";

    public bool EntropyContext { get; init; }

    public long HitCount { get; init; }

    public string? LastHitAt { get; init; }

    /// <summary>Why it does not run although it is enabled; null if it runs, or is switched off.</summary>
    public string? Problem { get; init; }

    public string CreatedAt { get; init; } = "";

    public string UpdatedAt { get; init; } = "";

    public string CreatedBy { get; init; } = "";

    public string UpdatedBy { get; init; } = "";

    /// <summary>Behind a change: the generation by which it is in use.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Generation { get; init; }

    public static RuleView Of(StoredRule row, string? problem, string? lastHitAt) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Pattern = row.Pattern,
        Detector = row.Detector,
        Severity = row.Severity,
        Action = row.Action,
        Enabled = row.Enabled,
        Tier = row.Tier,
        Source = row.Source,
        Plugin = row.Plugin,
        Description = row.Description,
        Tags = TagsOf(row.Tags),
        Validator = row.Validator,
        EntropyContext = row.EntropyContext,
        HitCount = row.HitCount,
        LastHitAt = lastHitAt,
        Problem = problem,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        CreatedBy = row.CreatedBy,
        UpdatedBy = row.UpdatedBy,
    };

    private static string[] TagsOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, DashboardJson.Default.StringArray) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

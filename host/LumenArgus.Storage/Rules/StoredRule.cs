namespace LumenArgus.Storage.Rules;

/// <summary>A rule as the table holds it.</summary>
public sealed record StoredRule
{
    /// <summary>Number of the row; 0 before it is written.</summary>
    public long Id { get; init; }

    /// <summary>The finding type; unique.</summary>
    public required string Name { get; init; }

    /// <summary>The pattern.</summary>
    public required string Pattern { get; init; }

    /// <summary>The detector it reports as.</summary>
    public string Detector { get; init; } = "secrets";

    /// <summary>See <see cref="WireNames"/>.</summary>
    public string Severity { get; init; } = "high";

    /// <summary>Its own action; empty for that of the detector.</summary>
    public string Action { get; init; } = "";

    /// <summary>Whether it is used.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>See <see cref="RuleTier"/>.</summary>
    public string Tier { get; init; } = RuleTier.Community;

    /// <summary>See <see cref="RuleSource"/>.</summary>
    public string Source { get; init; } = RuleSource.Import;

    /// <summary>Identifier of the plugin that brings it; empty for a rule that stands in the table alone.</summary>
    public string Plugin { get; init; } = "";

    /// <summary>
    /// The whole rule as JSON, in the form of a rule file, where it stands in the table alone and has more than the other values can say. Those come first.
    /// </summary>
    public string Definition { get; init; } = "";

    /// <summary>The severity that its origin gives it; another one in <see cref="Severity"/> is the operator's.</summary>
    public string OriginSeverity { get; init; } = "";

    /// <summary>One sentence for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Labels, a JSON array of texts.</summary>
    public string Tags { get; init; } = "[]";

    /// <summary>Name of the validator; empty for none.</summary>
    public string Validator { get; init; } = "";

    /// <summary>Whether the value must look random.</summary>
    public bool EntropyContext { get; init; }

    /// <summary>How often it found something.</summary>
    public long HitCount { get; init; }

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string UpdatedAt { get; init; } = "";

    /// <summary>Who made it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>Who changed it last.</summary>
    public string UpdatedBy { get; init; } = "";
}

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

    /// <summary><c>community</c> or <c>pro</c>.</summary>
    public string Tier { get; init; } = "community";

    /// <summary>Where it comes from: <c>import</c>, <c>yaml</c>, <c>api</c>, <c>dashboard</c>.</summary>
    public string Source { get; init; } = "import";

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

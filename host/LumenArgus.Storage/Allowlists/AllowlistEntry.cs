namespace LumenArgus.Storage.Allowlists;

/// <summary>An entry of an allowlist as the table holds it.</summary>
public sealed record AllowlistEntry
{
    /// <summary>Number of the row; 0 before it is written.</summary>
    public long Id { get; init; }

    /// <summary><c>secrets</c>, <c>pii</c> or <c>paths</c>.</summary>
    public required string ListType { get; init; }

    /// <summary>The pattern.</summary>
    public required string Pattern { get; init; }

    /// <summary>Why it is harmless.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where it comes from, for example <c>api</c>.</summary>
    public string Source { get; init; } = "api";

    /// <summary>Whether it is used.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string UpdatedAt { get; init; } = "";

    /// <summary>Who made it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>Who changed it last.</summary>
    public string UpdatedBy { get; init; } = "";
}

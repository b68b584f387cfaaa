namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>analytics</c>: the database of findings.</summary>
public sealed record AnalyticsConfig
{
    /// <summary><c>enabled</c>: whether there is a database at all. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary><c>db_path</c>.</summary>
    /// <value>An absolute path, default <c>analytics.db</c> in the home folder.</value>
    public required string DbPath { get; init; }

    /// <summary><c>retention_days</c>: older records are deleted.</summary>
    /// <value>Days, at least 1, default 365.</value>
    public int RetentionDays { get; init; } = 365;

    /// <summary><c>hash_secrets</c>: whether a keyed hash of each value is stored, by which the same secret is recognised in other sessions. Default true.</summary>
    public bool HashSecrets { get; init; } = true;

    /// <summary><c>store_context</c>: whether the masked line around each secret is stored. Default true.</summary>
    public bool StoreContext { get; init; } = true;
}

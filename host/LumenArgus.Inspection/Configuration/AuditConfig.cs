namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>audit</c>.</summary>
public sealed record AuditConfig
{
    /// <summary><c>log_dir</c>.</summary>
    /// <value>An absolute path, default <c>audit</c> in the home folder.</value>
    public required string LogDir { get; init; }

    /// <summary><c>retention_days</c>: older files are deleted at start and every day.</summary>
    /// <value>Days, at least 1, default 90.</value>
    public int RetentionDays { get; init; } = 90;

    /// <summary><c>max_size_mb</c>: a file that is full is followed by a new one, as at midnight (UTC).</summary>
    /// <value>MB, 1..10000, default 100.</value>
    public int MaxSizeMb { get; init; } = 100;

    /// <summary><c>hash_chain</c>: each line carries the hash of the one before, so that a later change shows.</summary>
    /// <value>Default false.</value>
    public bool HashChain { get; init; }
}

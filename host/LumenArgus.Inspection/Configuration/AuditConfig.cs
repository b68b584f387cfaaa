namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>audit</c>.</summary>
public sealed record AuditConfig
{
    /// <summary><c>log_dir</c>.</summary>
    /// <value>An absolute path, default <c>audit</c> in the home folder.</value>
    public required string LogDir { get; init; }

    /// <summary><c>retention_days</c>: older files are deleted at start.</summary>
    /// <value>Days, at least 1, default 90.</value>
    public int RetentionDays { get; init; } = 90;
}

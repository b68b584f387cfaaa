using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>logging</c>: the application log.</summary>
public sealed record LoggingConfig
{
    /// <summary><c>log_dir</c>.</summary>
    /// <value>An absolute path, default <c>logs</c> in the home folder.</value>
    public required string LogDir { get; init; }

    /// <summary><c>file_level</c>.</summary>
    /// <value>Debug, information, warning or error; default information.</value>
    public LogLevel FileLevel { get; init; } = LogLevel.Information;

    /// <summary><c>max_size_mb</c>: size at which a new file is started.</summary>
    /// <value>1..1024 MB, default 10.</value>
    public int MaxSizeMb { get; init; } = 10;

    /// <summary><c>backup_count</c>: old files that are kept.</summary>
    /// <value>0..100, default 5.</value>
    public int BackupCount { get; init; } = 5;
}

namespace LumenArgus.Storage.Audit;

/// <summary>How the audit files are written. Can change while the log is open; from the next line on.</summary>
public sealed record AuditFileOptions
{
    /// <summary>A file that would become larger is followed by a new one.</summary>
    /// <value>Bytes, default 100 MB. A single line may exceed it.</value>
    public long MaxBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Whether each line carries the hash of the one before.</summary>
    public bool HashChain { get; init; }
}

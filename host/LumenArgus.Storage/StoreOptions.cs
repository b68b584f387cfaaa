namespace LumenArgus.Storage;

/// <summary>Where the database is and how it is written.</summary>
public sealed record StoreOptions
{
    /// <summary>Absolute path of the database.</summary>
    public required string Path { get; init; }

    /// <summary>Days that records are kept, at least 1. Default 365.</summary>
    public int RetentionDays { get; init; } = 365;

    /// <summary>How long a statement waits for a lock of another process. Default 5 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the writer collects records before it writes them. Default 200 milliseconds: a page that many records change is then written once for all.
    /// </summary>
    public TimeSpan BatchDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Records in one transaction. Default 1,000.</summary>
    public int BatchSize { get; init; } = 1_000;

    /// <summary>
    /// Bytes of records that wait while the database does not work or does not keep up. Default 64 MB, roughly a hundred thousand findings. Records of
    /// what passed get a quarter of it, so that findings still have room when those have none.
    /// </summary>
    public long MaxQueuedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The pause before a failed transaction is tried again; it doubles up to <see cref="LongestRetry"/>. Default 250 milliseconds.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause between two tries. Default 5 seconds.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long what is queued may take to be written at the end. Default 5 seconds.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);
}

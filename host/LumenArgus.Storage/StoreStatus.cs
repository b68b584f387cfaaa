namespace LumenArgus.Storage;

/// <summary>How the store does, for <c>/metrics</c> and <c>/health</c>. All zero where there is none.</summary>
public sealed class StoreStatus
{
    internal const string KnownFault = "the database cannot be used now";

    private long _queued;
    private long _written;
    private long _shed;
    private long _lost;
    private long _errors;
    private volatile string? _fault;

    /// <summary>Records that wait to be written.</summary>
    public long Queued => Interlocked.Read(ref _queued);

    /// <summary>Records that were written.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <summary>Records of what passed that were not written: the queue was full, or the process ended.</summary>
    public long Shed => Interlocked.Read(ref _shed);

    /// <summary>Findings that were lost: the queue was full, or the process ended before they could be written. They are in the audit log.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Transactions that failed, and records that the database refused.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    /// <summary>Why the database cannot be used now; null while it can.</summary>
    public string? Fault => _fault;

    /// <summary>What a log line about a consequence says of a reason: all of it, unless it is the fault that the store itself has written into the log.</summary>
    /// <param name="problem">The reason.</param>
    /// <returns>A sentence, or what goes behind a colon.</returns>
    public string ShortReason(string problem) => problem == Fault ? KnownFault : problem;

    internal void SetQueued(long count) => Interlocked.Exchange(ref _queued, count);

    /// <summary>Counts records that were written.</summary>
    /// <param name="count">How many.</param>
    public void AddWritten(long count) => Interlocked.Add(ref _written, count);

    /// <summary>Counts a record that was not taken or was lost.</summary>
    /// <param name="isPassing">Whether it is of something that passed, and no finding.</param>
    public void AddNotWritten(bool isPassing) => Interlocked.Increment(ref isPassing ? ref _shed : ref _lost);

    /// <summary>Counts a failure to write.</summary>
    public void AddError() => Interlocked.Increment(ref _errors);

    internal void SetFault(string? fault) => _fault = fault;
}

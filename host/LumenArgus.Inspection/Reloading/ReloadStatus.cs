using LumenArgus.Inspection.Health;

namespace LumenArgus.Inspection.Reloading;

/// <summary>The reloads of this process, for health and metrics.</summary>
public sealed class ReloadStatus(HealthReasons health)
{
    private readonly Lock _lock = new();
    private long _succeeded;
    private long _failed;
    private ReloadReport? _last;
    private DateTimeOffset? _failedSince;

    /// <summary>Reloads that were put in use.</summary>
    public long Succeeded => Interlocked.Read(ref _succeeded);

    /// <summary>Reloads that were refused.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>The last reload, and since when reloads have been failing; nulls if there was none or it went well.</summary>
    public (ReloadReport? Last, DateTimeOffset? FailedSince) Read()
    {
        lock (_lock)
        {
            return (_last, _failedSince);
        }
    }

    /// <summary>Notes how a reload went.</summary>
    /// <param name="report">The report.</param>
    public void Record(ReloadReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        lock (_lock)
        {
            _last = report;
            _failedSince = report.Ok ? null : _failedSince ?? report.At;
        }

        Interlocked.Increment(ref report.Ok ? ref _succeeded : ref _failed);
        health.Set("reload", report.Ok ? null : "the configuration could not be reloaded: " + string.Join("; ", report.Errors));
    }
}

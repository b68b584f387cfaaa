using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Storage.Audit;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Records;

/// <summary>Deletes old audit files at start and every day, by the configuration in use at that time; never the file that is being written.</summary>
public sealed partial class AuditRetentionJob(AuditLog log, CurrentGeneration current, TimeProvider clock, ILogger<AuditRetentionJob> logger) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    private ITimer? _timer;

    /// <summary>Deletes what is old, and starts the clock.</summary>
    /// <param name="start">The configuration while there is no generation yet.</param>
    public void Start(AuditConfig start)
    {
        Apply(start);
        _timer ??= clock.CreateTimer(_ => Apply(current.Peek?.Config.Audit ?? start), state: null, Interval, Interval);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Apply(AuditConfig audit)
    {
        var (deleted, errors) = AuditRetention.Apply(audit.LogDir, audit.RetentionDays, clock, log.Path);
        if (deleted > 0)
        {
            Log.RetentionApplied(logger, deleted, audit.RetentionDays);
        }

        foreach (var problem in errors)
        {
            Log.RetentionFailed(logger, problem);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2020, EventName = nameof(RetentionFailed), Level = LogLevel.Warning, Message = "An old audit file was not deleted: {Problem}")]
        public static partial void RetentionFailed(ILogger logger, string problem);

        [LoggerMessage(EventId = 2021, EventName = nameof(RetentionApplied), Level = LogLevel.Information, Message = "{Count} audit files older than {Days} days were deleted")]
        public static partial void RetentionApplied(ILogger logger, int count, int days);
    }
}

using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Health;

/// <summary>Tells of lasting faults of the records where an operator looks: in <c>/health</c> while they last, and in the log when they begin and end.</summary>
internal sealed partial class FaultReports(HealthReasons health, ILogger<FaultReports> logger)
{
    /// <summary>The audit log cannot be written, or can again.</summary>
    public void Audit(string? fault)
    {
        health.Set("audit", fault);
        if (fault is null)
        {
            Log.AuditWorks(logger);
        }
        else
        {
            Log.AuditFailed(logger, fault);
        }
    }

    /// <summary>What is wrong with the key of the hashes; null if nothing is.</summary>
    public void HashKey(string? problem)
    {
        health.Set("hash key", problem);
        if (problem is not null)
        {
            Log.HashKeyUnusable(logger, problem);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2040, EventName = nameof(AuditFailed), Level = LogLevel.Warning, Message = "{Fault}")]
        public static partial void AuditFailed(ILogger logger, string fault);

        [LoggerMessage(EventId = 2041, EventName = nameof(AuditWorks), Level = LogLevel.Information, Message = "The audit log can be written again.")]
        public static partial void AuditWorks(ILogger logger);

        [LoggerMessage(EventId = 2042, EventName = nameof(HashKeyUnusable), Level = LogLevel.Warning, Message = "{Problem}")]
        public static partial void HashKeyUnusable(ILogger logger, string problem);
    }
}

using Microsoft.Extensions.Logging;

namespace LumenArgus.Plugins.RuleAnalysis;

internal static partial class AnalysisLog
{
    [LoggerMessage(1, LogLevel.Warning, "The comparison of rules failed: {Reason}")]
    public static partial void Failed(this ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Warning, "What was kept of an earlier comparison of rules cannot be read: {Reason}")]
    public static partial void Unreadable(this ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Debug, "What is kept of earlier comparisons cannot be read now: {Reason}")]
    public static partial void NotRead(this ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Debug, "The rules cannot be read now: {Reason}")]
    public static partial void NoRules(this ILogger logger, string reason);
}

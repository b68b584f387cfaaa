using System.Globalization;
using System.Text;
using LumenArgus.Host.Output;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.Logging;

/// <summary>The two forms of a log line.</summary>
internal static class LogLineFormat
{
    /// <summary><c>2026-03-16 14:30:00.123 INFO  [argus.proxy] message</c>, local time.</summary>
    public static string File(DateTimeOffset time, string logger, LogLevel level, string message, Exception? exception)
    {
        var stamp = time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        return WithException($"{stamp} {Name(level),-5} [{logger}] ", message, exception);
    }

    /// <summary><c>  14:30:00 [argus.proxy] INFO: message</c>, local time.</summary>
    public static string Console(DateTimeOffset time, string logger, LogLevel level, string message, Exception? exception)
    {
        var stamp = time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return WithException($"  {stamp} [{logger}] {Name(level)}: ", message, exception);
    }

    /// <summary>The host's categories under the names the original uses: <c>LumenArgus.Proxy.Exchange</c> is <c>argus.proxy.exchange</c>.</summary>
    public static string LoggerName(string category) => category.StartsWith("LumenArgus.", StringComparison.Ordinal)
        ? string.Concat("argus.", category.AsSpan("LumenArgus.".Length)).ToLowerInvariant()
        : category;

    private static string Name(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARNING",
        LogLevel.Error => "ERROR",
        _ => "CRITICAL",
    };

    private static string WithException(string head, string message, Exception? exception)
    {
        var text = new StringBuilder(head);
        AppendIndented(text, message);
        if (exception is not null)
        {
            text.Append("\n    ");
            AppendIndented(text, exception.ToString());
        }

        return text.ToString();
    }

    // Further lines are indented: what a caller sends cannot look like a log line of its own.
    private static void AppendIndented(StringBuilder text, string message)
    {
        var isFirst = true;
        foreach (var line in message.AsSpan().TrimEnd().EnumerateLines())
        {
            text.Append(isFirst ? "" : "\n    ").Append(PrintableText.Of(line.ToString().Replace('\t', ' ')));
            isFirst = false;
        }
    }
}

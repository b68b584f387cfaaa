using LumenArgus.Host.Output;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.Logging;

/// <summary>Loggers whose lines go to one <see cref="LineWriter"/>.</summary>
/// <param name="writer">Disposed with the provider, which flushes it.</param>
/// <param name="format">Makes the line.</param>
/// <param name="minimum">The lowest level that is written; can change while running.</param>
/// <param name="clock">The clock.</param>
internal sealed class LineLoggerProvider(
    LineWriter writer, Func<DateTimeOffset, string, LogLevel, string, Exception?, string> format, LogLevel minimum, TimeProvider clock) : ILoggerProvider
{
    private volatile LogLevel _minimum = minimum;

    /// <summary>The lowest level that is written.</summary>
    public LogLevel Minimum
    {
        get => _minimum;
        set => _minimum = value;
    }

    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName);

    public void Dispose() => writer.Dispose();

    private sealed class LineLogger(LineLoggerProvider provider, string category) : ILogger
    {
        // Below warning the web server logs request targets with their query strings, which can hold keys.
        private readonly LogLevel _floor = category.StartsWith("Microsoft.", StringComparison.Ordinal) || category.StartsWith("System.", StringComparison.Ordinal)
            ? LogLevel.Warning
            : LogLevel.Debug;

        private readonly string _name = LogLineFormat.LoggerName(category);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && logLevel >= provider._minimum && logLevel >= _floor;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                provider.Write(_name, logLevel, formatter(state, exception), exception);
            }
        }
    }

    private void Write(string name, LogLevel level, string message, Exception? exception) =>
        writer.Add(format(clock.GetLocalNow(), name, level, message, exception));
}

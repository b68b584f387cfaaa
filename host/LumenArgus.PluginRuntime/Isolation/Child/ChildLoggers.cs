using LumenArgus.PluginRuntime.Isolation.Wire;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>Sends what a plugin logs to the host's log. Of exceptions only the types: their messages may quote what was looked at.</summary>
internal sealed class ChildLoggers(WireChannel channel) : ILoggerFactory, ILogger
{
    private const int MaxCharacters = 4096;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Trace and < LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var text = formatter(state, exception);
        if (exception is not null)
        {
            text += $" ({exception.GetType().FullName})";
        }

        var writer = new WireWriter();
        writer.Byte((byte)logLevel);
        writer.Text(text.Length > MaxCharacters ? text[..MaxCharacters] : text);
        channel.Send(MessageKind.Log, call: 0, writer.Written);
    }

    public void Dispose()
    {
    }
}

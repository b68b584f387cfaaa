using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginTesting;

/// <summary>Keeps what is logged as text: an object that is logged would be one of the plugin.</summary>
internal sealed class RecordedLog : ILoggerFactory, ILogger
{
    private readonly Lock _lock = new();
    private readonly string _category;
    private readonly RecordedLog _root;
    private ImmutableArray<string> _lines = [];

    public RecordedLog()
    {
        _category = "LumenArgus";
        _root = this;
    }

    private RecordedLog(RecordedLog root, string category)
    {
        _root = root;
        _category = category;
    }

    public ImmutableArray<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return _lines;
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new RecordedLog(_root, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        _root.Add($"{logLevel} {_category}: {formatter(state, exception)}{(exception is null ? "" : $" ({exception.GetType().FullName}: {exception.Message})")}");
    }

    public void Dispose()
    {
        // Nothing is open.
    }

    private void Add(string line)
    {
        lock (_lock)
        {
            _lines = _lines.Add(line);
        }
    }
}

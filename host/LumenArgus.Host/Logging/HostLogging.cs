using System.Text;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Files;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.Logging;

/// <summary>The logging of the process: the rotating file at its level, standard error at the level of the command line.</summary>
internal sealed class HostLogging : IDisposable
{
    private readonly RotatingFile _file;
    private readonly GuardedFile _guarded;
    private readonly LineLoggerProvider _fileProvider;
    private readonly LineLoggerProvider _consoleProvider;

    /// <summary>Starts logging. A file that cannot be written is said once on standard error; the process goes on.</summary>
    public HostLogging(LoggingConfig config, LogLevel consoleLevel, TextWriter error, TimeProvider clock)
    {
        _file = new RotatingFile(config.LogDir, config.MaxSizeMb * 1024L * 1024L, config.BackupCount);
        _guarded = new GuardedFile(_file, error);
        _fileProvider = new LineLoggerProvider(
            new LineWriter("log file", _guarded.Write), LogLineFormat.File, config.FileLevel, clock);
        _consoleProvider = new LineLoggerProvider(
            new LineWriter("log console", lines => WriteConsole(error, lines.ToString())), LogLineFormat.Console, consoleLevel, clock);
        var filter = new LoggerFilterOptions { MinLevel = LogLevel.Trace };

        // The framework logs a failed start with its stack before the command tells it in a sentence.
        filter.Rules.Add(new LoggerFilterRule(providerName: null, "Microsoft.Extensions.Hosting", LogLevel.None, filter: null));

        // While this category is on, an activity and a scope are made for each request, and nobody sees them: all that it says is below the level that is written.
        filter.Rules.Add(new LoggerFilterRule(providerName: null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None, filter: null));
        Factory = new LoggerFactory([_fileProvider, _consoleProvider], filter);
    }

    /// <summary>Makes the loggers.</summary>
    public ILoggerFactory Factory { get; }

    /// <summary>Makes a logger for what standard error has been told in other words.</summary>
    public ILogger CreateFileLogger(string category) => _fileProvider.CreateLogger(category);

    /// <summary>Path of the file.</summary>
    public string FilePath => _file.FilePath;

    /// <summary>Tells from now on why the file cannot be written, null when it can; at once where it cannot now.</summary>
    public void OnFileFault(Action<string?> tell) => _guarded.OnFault(tell);

    /// <summary>The level of the file, which a reload can change.</summary>
    public LogLevel FileLevel
    {
        get => _fileProvider.Minimum;
        set => _fileProvider.Minimum = value;
    }

    /// <summary>Writes what is queued and closes the file.</summary>
    public void Dispose()
    {
        // A factory does not dispose providers that it was given.
        Factory.Dispose();
        _fileProvider.Dispose();
        _consoleProvider.Dispose();
        _file.Dispose();
    }

    private static void WriteConsole(TextWriter error, string lines)
    {
        error.Write(lines);
        error.Flush();
    }

    /// <summary>Says once that the file fails, and once more after it worked in between.</summary>
    private sealed class GuardedFile(RotatingFile file, TextWriter error)
    {
        private readonly Lock _lock = new();
        private string? _fault;
        private Action<string?>? _tell;

        public void OnFault(Action<string?> tell)
        {
            lock (_lock)
            {
                _tell = tell;
                tell(_fault);
            }
        }

        public void Write(StringBuilder lines)
        {
            try
            {
                file.Write(lines.ToString());
                Set(fault: null);
            }
            catch (Exception exception) when (DiskFaults.Is(exception))
            {
                Set($"the log file {file.FilePath} cannot be written: {exception.Message}");
            }
        }

        private void Set(string? fault)
        {
            lock (_lock)
            {
                var isNew = fault is not null && _fault is null;
                if ((fault is null) != (_fault is null))
                {
                    _fault = fault;
                    _tell?.Invoke(fault);
                }

                if (isNew)
                {
                    WriteConsole(error, $"lumen-argus: {fault}\n");
                }
            }
        }
    }
}

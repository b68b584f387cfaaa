using LumenArgus.Host.Output;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Files;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.Logging;

/// <summary>The logging of the process: the rotating file at its level, standard error at the level of the command line.</summary>
internal sealed class HostLogging : IDisposable
{
    private readonly RotatingFile _file;
    private readonly LineLoggerProvider _fileProvider;
    private readonly LineLoggerProvider _consoleProvider;

    /// <summary>Starts logging. A file that cannot be written is said once on standard error; the process goes on.</summary>
    public HostLogging(LoggingConfig config, LogLevel consoleLevel, TextWriter error, TimeProvider clock)
    {
        _file = new RotatingFile(config.LogDir, config.MaxSizeMb * 1024L * 1024L, config.BackupCount);
        _fileProvider = new LineLoggerProvider(
            new LineWriter("log file", new GuardedFile(_file, error).Write), LogLineFormat.File, config.FileLevel, clock);
        _consoleProvider = new LineLoggerProvider(
            new LineWriter("log console", lines => WriteConsole(error, lines)), LogLineFormat.Console, consoleLevel, clock);
        var filter = new LoggerFilterOptions { MinLevel = LogLevel.Trace };

        // The framework logs a failed start with its stack before the command tells it in a sentence.
        filter.Rules.Add(new LoggerFilterRule(providerName: null, "Microsoft.Extensions.Hosting", LogLevel.None, filter: null));
        Factory = new LoggerFactory([_fileProvider, _consoleProvider], filter);
    }

    /// <summary>Makes the loggers.</summary>
    public ILoggerFactory Factory { get; }

    /// <summary>Makes a logger for what standard error has been told in other words.</summary>
    public ILogger CreateFileLogger(string category) => _fileProvider.CreateLogger(category);

    /// <summary>Path of the file.</summary>
    public string FilePath => _file.FilePath;

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
        private bool _isFailing;

        public void Write(string lines)
        {
            try
            {
                file.Write(lines);
                _isFailing = false;
            }
            catch (Exception exception) when (DiskFaults.Is(exception))
            {
                if (!_isFailing)
                {
                    _isFailing = true;
                    WriteConsole(error, $"lumen-argus: the log file {file.FilePath} cannot be written: {exception.Message}\n");
                }
            }
        }
    }
}

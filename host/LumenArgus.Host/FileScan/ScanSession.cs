using System.Collections.Immutable;
using LumenArgus.Host.Logging;
using LumenArgus.Host.Output;
using LumenArgus.Host.Startup;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.FileScan;

/// <summary>Configuration, logging and engine of one command that looks at texts, brought up as <c>serve</c> does it; what is wrong is told on standard error.</summary>
internal sealed class ScanSession : IAsyncDisposable
{
    private readonly LineLoggerProvider _console;
    private readonly ILoggerFactory _loggers;

    private ScanSession(LineLoggerProvider console, ILoggerFactory loggers, ScanEngine engine)
    {
        _console = console;
        _loggers = loggers;
        Engine = engine;
    }

    public ScanEngine Engine { get; }

    /// <summary>Reads the configuration, with the project files of the present folder and of its repository.</summary>
    /// <returns>Null after an error, which was told: exit code 1.</returns>
    public static StartConfiguration? Configure(
        string? configPath, Func<LumenArgusConfig, LumenArgusConfig> flags, WorkingFolder folder, Func<string, string?> environment, TextWriter error)
    {
        var start = StartConfiguration.Load(configPath, createDefault: false, environment, error);
        start = start is null ? null : start with { Config = flags(start.Config) };
        start = start?.WithProjectFiles(folder.ProjectFolders, error);
        if (start is not null && HomeFolder.Problem(start.Home) is { } problem)
        {
            error.WriteLine(problem);
            return null;
        }

        return start;
    }

    /// <summary>Loads plugins and rules.</summary>
    /// <returns>Null after an error, which was told: exit code 1.</returns>
    public static async Task<ScanSession?> StartAsync(
        StartConfiguration start,
        RuleTableUse table,
        ImmutableArray<string> extensions,
        bool includeBundled,
        Func<string, string?> environment,
        TextWriter error,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var console = new LineLoggerProvider(new LineWriter("log console", error.Write), LogLineFormat.Console, LogLevel.Warning, clock);
        var loggers = new LoggerFactory([console]);
        try
        {
            var plugins = new PluginSearchPath(ExtensionFolders.Find(extensions, includeBundled, environment, start.Home, AppContext.BaseDirectory), start.Home.Root);
            var engine = await ScanEngine.StartAsync(start.Config, plugins, table, loggers, clock, cancellationToken);
            start.TellUnknown(engine.Generation.Plugins, error);
            return new ScanSession(console, loggers, engine);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"lumen-argus: cannot start: {failure.Message}");
        }

        loggers.Dispose();
        console.Dispose();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _loggers.Dispose();
        _console.Dispose();
    }
}

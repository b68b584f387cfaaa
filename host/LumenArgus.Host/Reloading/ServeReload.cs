using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Logging;
using LumenArgus.Host.Startup;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Reloading;
using LumenArgus.PluginRuntime.Loading;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.Reloading;

/// <summary>One reload of <c>serve</c>: reads files and table of rules, puts them in use, and tells everybody how it went.</summary>
internal sealed partial class ServeReload(
    ServeOptions options, StartConfiguration start, string folder, RunningProduct product, HostLogging logging, TerminalReporter terminal, TimeProvider clock)
{
    private readonly ILogger _logger = logging.Factory.CreateLogger<ServeReload>();

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A reload that fails in an unforeseen way must not end the product.")]
    public async Task<ReloadReport> RunAsync(ReloadRequest request, CancellationToken cancellationToken)
    {
        ReloadReport report;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            report = request.Scope switch
            {
                ReloadScope.Rules => await product.ReloadAsync(wanted: null, cancellationToken),
                ReloadScope.Plugins => await product.ReloadAsync(wanted: null, request.Again, cancellationToken),
                ReloadScope.Stored => await product.ReloadStoredAsync(request.Again, cancellationToken),
                _ => await ReadAndApplyAsync(request.Again, cancellationToken),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            report = Failed("the product is stopping");
        }
        catch (Exception failure)
        {
            Log.ReloadBroken(_logger, failure.GetType().Name, failure.StackTrace ?? "");
            report = Failed($"internal error ({failure.GetType().Name}); the log says more");
        }

        switch (request.Scope)
        {
            case ReloadScope.Rules:
                product.RecordRules(report);
                break;
            case ReloadScope.Plugins:
                product.RecordPlugins(report);
                break;

            // What was wrong with the files is still wrong with them.
            case ReloadScope.Stored when report.Ok:
                product.RecordPlugins(report);
                break;
            default:
                product.Record(report);

                // Whatever is wrong is told once. What was wrong with the plugins alone is so no longer when all went well.
                if (report.Ok)
                {
                    product.RecordPlugins(report);
                }

                break;
        }

        Tell(report);
        terminal.Reloaded(report);
        return report;
    }

    private async Task<ReloadReport> ReadAndApplyAsync(ImmutableHashSet<string> again, CancellationToken cancellationToken)
    {
        var files = ReloadFiles.Read(options, start, folder);
        if (files.Start is not { } next)
        {
            return Failed([.. files.Errors]) with { Warnings = files.Warnings };
        }

        var report = await product.ReloadAsync(next.Config, again, cancellationToken);
        if (!report.Ok)
        {
            return report with { Warnings = [.. files.Warnings, .. report.Warnings] };
        }

        product.Control.Configuration = next;
        product.RecordUnknownKeys(next.Warnings);
        logging.FileLevel = next.Config.Logging.FileLevel;
        var unknown = next.UnknownNames(product.Generation.Plugins).Select(static warning => warning.ToString());
        return report with { Warnings = [.. files.Warnings, .. unknown, .. report.Warnings] };
    }

    private ReloadReport Failed(params string[] errors) => new()
    {
        Ok = false,
        Generation = product.Generation.Number,
        At = clock.GetUtcNow(),
        Errors = [.. errors],
    };

    private void Tell(ReloadReport report)
    {
        foreach (var error in report.Errors)
        {
            Log.ReloadRefused(_logger, error);
        }

        foreach (var warning in report.Warnings)
        {
            Log.ReloadWarned(_logger, warning);
        }

        foreach (var change in report.Weaker)
        {
            Log.ReloadWeakened(_logger, change.ToString());
        }

        foreach (var change in report.NeedRestart)
        {
            Log.ReloadWaits(_logger, change.ToString());
        }

        foreach (var plugin in report.Plugins)
        {
            Log.PluginChanged(_logger, plugin);
        }

        if (report.Ok)
        {
            var changes = report.Applied.Any() ? string.Join("; ", report.Applied) : "none";
            Log.Reloaded(_logger, report.Generation, report.DurationMs, changes);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6010, EventName = nameof(Reloaded), Level = LogLevel.Information,
            Message = "Configuration reloaded: generation {Generation}, {Duration} ms, changes: {Changes}")]
        public static partial void Reloaded(ILogger logger, long generation, double duration, string changes);

        [LoggerMessage(EventId = 6011, EventName = nameof(ReloadRefused), Level = LogLevel.Error, Message = "Configuration not reloaded, the one of before stays in use: {Problem}")]
        public static partial void ReloadRefused(ILogger logger, string problem);

        [LoggerMessage(EventId = 6012, EventName = nameof(ReloadWeakened), Level = LogLevel.Warning, Message = "The reload made the protection weaker: {Change}")]
        public static partial void ReloadWeakened(ILogger logger, string change);

        [LoggerMessage(EventId = 6013, EventName = nameof(ReloadWaits), Level = LogLevel.Warning, Message = "This change needs a restart and has no effect yet: {Change}")]
        public static partial void ReloadWaits(ILogger logger, string change);

        [LoggerMessage(EventId = 6014, EventName = nameof(ReloadWarned), Level = LogLevel.Warning, Message = "Configuration: {Warning}")]
        public static partial void ReloadWarned(ILogger logger, string warning);

        [LoggerMessage(EventId = 6016, EventName = nameof(PluginChanged), Level = LogLevel.Information, Message = "Reload: {Change}")]
        public static partial void PluginChanged(ILogger logger, PluginChange change);

        [LoggerMessage(EventId = 6015, EventName = nameof(ReloadBroken), Level = LogLevel.Error, Message = "A defect of ours ended a reload: {Type}\n{Stack}")]
        public static partial void ReloadBroken(ILogger logger, string type, string stack);
    }
}

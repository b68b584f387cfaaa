using LumenArgus.Host.Startup;
using LumenArgus.Proxy.Providers;

namespace LumenArgus.Host.LogCommands;

/// <summary>Runs <c>logs export</c>.</summary>
internal sealed class LogsApplication(TextWriter output, TextWriter error, Func<string, string?> environment)
{
    public Task<int> ExportAsync(LogsExportOptions options, CancellationToken cancellationToken) => Task.Run(() => Export(options, cancellationToken), cancellationToken);

    private int Export(LogsExportOptions options, CancellationToken cancellationToken)
    {
        if (StartConfiguration.Load(options.ConfigPath, createDefault: false, environment, error) is not { } start)
        {
            return ExitCode.Failure;
        }

        var sanitizer = options.Sanitize ? new LogSanitizer(ProviderHosts.Of(start.Config.Proxy.Upstreams)) : null;
        try
        {
            if (!LogFiles.Find(start.Config.Logging.LogDir).Any())
            {
                error.WriteLine($"lumen-argus: no log file in {start.Config.Logging.LogDir}");
                return ExitCode.Failure;
            }

            foreach (var line in LogFiles.Lines(start.Config.Logging.LogDir))
            {
                cancellationToken.ThrowIfCancellationRequested();
                output.Write(sanitizer is null ? line : sanitizer.Clean(line));
                output.Write('\n');
            }

            output.Flush();
            return ExitCode.Ok;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"lumen-argus: {exception.Message}");
            return ExitCode.Failure;
        }
    }
}

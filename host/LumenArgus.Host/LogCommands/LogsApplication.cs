using System.Globalization;
using System.Text;
using LumenArgus.Host.Logging;
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
        var readers = new List<StreamReader>();
        try
        {
            // All are opened before the first is read: a file keeps its content when a rotation gives it another name meanwhile.
            readers.AddRange(Files(start.Config.Logging.LogDir).Select(Open));
            if (readers.Count == 0)
            {
                error.WriteLine($"lumen-argus: no log file in {start.Config.Logging.LogDir}");
                return ExitCode.Failure;
            }

            foreach (var line in readers.SelectMany(Lines))
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
        finally
        {
            readers.ForEach(static reader => reader.Dispose());
        }
    }

    // lumen-argus.log.5 is older than .4; the one without a number is the newest.
    private static IEnumerable<string> Files(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        return Directory.GetFiles(directory, RotatingFile.FileName + "*")
            .Select(static path => (Path: path, Number: NumberOf(Path.GetFileName(path))))
            .Where(static file => file.Number >= 0)
            .OrderByDescending(static file => file.Number)
            .Select(static file => file.Path);
    }

    private static int NumberOf(string name) => name == RotatingFile.FileName ? 0
        : name.Length > RotatingFile.FileName.Length + 1 && name[RotatingFile.FileName.Length] == '.'
            && int.TryParse(name.AsSpan(RotatingFile.FileName.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : -1;

    private static StreamReader Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}

using LumenArgus.Host.AuditCommands.Export;
using LumenArgus.Host.Output;
using LumenArgus.Host.Startup;
using LumenArgus.Storage.Audit.Reading;
using LumenArgus.Storage.Audit.Verification;
using LumenArgus.Storage.Files;

namespace LumenArgus.Host.AuditCommands;

/// <summary>Runs <c>audit verify</c> and <c>audit export</c>. Both only read; the product may write meanwhile.</summary>
/// <param name="standardOutput">Opens standard output for bytes.</param>
/// <param name="output">Standard output for text.</param>
/// <param name="error">Standard error.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class AuditApplication(Func<Stream> standardOutput, TextWriter output, TextWriter error, Func<string, string?> environment)
{
    public Task<int> VerifyAsync(AuditVerifyOptions options, CancellationToken cancellationToken) => Task.Run(() => Guarded(() => Verify(options)), cancellationToken);

    public Task<int> ExportAsync(AuditExportOptions options, CancellationToken cancellationToken) =>
        Task.Run(() => Guarded(() => Export(options, cancellationToken)), cancellationToken);

    private int Verify(AuditVerifyOptions options)
    {
        if (FilesOf(options) is not { } files)
        {
            return ExitCode.Failure;
        }

        var verifier = new AuditVerifier(options.Expect);
        var reports = verifier.Check(files);
        foreach (var report in reports)
        {
            output.WriteLine(PrintableText.Of(Describe(report)));
        }

        var broken = reports.Count(static report => report.State == AuditFileState.Broken);
        output.WriteLine($"{reports.Count} file(s), {broken} broken");
        if (!verifier.HasExpected)
        {
            output.WriteLine("no line has the expected hash: lines were changed or cut off");
        }

        output.Flush();
        return broken > 0 || !verifier.HasExpected ? ExitCode.Failure : ExitCode.Ok;
    }

    private static string Describe(AuditFileReport report)
    {
        var text = report.State switch
        {
            AuditFileState.Broken => $"BROKEN at line {report.BrokenLine}: it {report.Problem}",
            AuditFileState.Unchained => $"{report.Lines} line(s) without a chain",
            AuditFileState.Empty => "empty",
            _ => $"{report.Lines} line(s), whole; last hash {report.LastHash}",
        };
        return $"{report.Path}: {text}" + (report.Note is null ? "" : $" ({report.Note})");
    }

    private IReadOnlyList<string>? FilesOf(AuditVerifyOptions options)
    {
        IEnumerable<string> paths = options.Paths;
        if (options.Paths.IsEmpty)
        {
            if (StartConfiguration.Load(options.ConfigPath, createDefault: false, environment, error) is not { } start)
            {
                return null;
            }

            paths = [start.Config.Audit.LogDir];
        }

        var files = new List<string>();
        foreach (var path in paths)
        {
            var found = File.Exists(path) ? [path] : AuditFolder.Files(path);
            if (found.Count == 0)
            {
                error.WriteLine($"lumen-argus: no audit file in {path}");
                return null;
            }

            files.AddRange(found);
        }

        return AuditFolder.InOrder(files.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal));
    }

    private int Export(AuditExportOptions options, CancellationToken cancellationToken)
    {
        if (StartConfiguration.Load(options.ConfigPath, createDefault: false, environment, error) is not { } start)
        {
            return ExitCode.Failure;
        }

        var files = AuditFolder.Files(start.Config.Audit.LogDir);
        if (files.Count == 0)
        {
            error.WriteLine($"lumen-argus: no audit file in {start.Config.Audit.LogDir}");
            return ExitCode.Failure;
        }

        if (options.OutputPath is { } target && IsOneOf(files, target))
        {
            error.WriteLine($"lumen-argus: {PrintableText.Of(target)} is a file of the audit log itself and would be lost: choose another one");
            return ExitCode.Failure;
        }

        using var stream = options.OutputPath is { } path ? PrivateFiles.Replace(path) : standardOutput();
        using var buffered = new BufferedStream(stream, 64 * 1024);
        using var writer = AuditExport.WriterFor(options.Format, buffered);
        var broken = new AuditExport(options.Since, options.Until).Run(files, writer, cancellationToken);
        if (broken > 0)
        {
            error.WriteLine($"lumen-argus: {broken} line(s) could not be read and are left out");
        }

        return ExitCode.Ok;
    }

    private static bool IsOneOf(IReadOnlyList<string> files, string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var full = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        return files.Any(file => Path.GetFullPath(file) == full);
    }

    private int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"lumen-argus: {exception.Message}");
            return ExitCode.Failure;
        }
    }
}

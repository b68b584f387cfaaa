using LumenArgus.Host.CommandLine;
using LumenArgus.Host.FileScan.Baselines;
using LumenArgus.Host.FileScan.Inputs;
using LumenArgus.Host.FileScan.Output;
using LumenArgus.Host.Startup;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Host.FileScan;

/// <summary>Runs <c>scan</c>.</summary>
internal sealed class ScanApplication(
    Func<Stream> input, TextWriter output, TextWriter error, WorkingFolder folder, Func<string, string?> environment, TimeProvider clock)
{
    private const string StandardInput = "-";
    private const string StandardInputName = "stdin";

    public async Task<int> RunAsync(ScanOptions options, CancellationToken cancellationToken)
    {
        if (ScanSession.Configure(
            options.ConfigPath, config => config with { DefaultAction = options.Action ?? config.DefaultAction }, folder, environment, error) is not { } start)
        {
            return ExitCode.Failure;
        }

        try
        {
            var totals = new ScanTotals { AcceptsFindings = options.CreateBaseline is not null };
            var walker = new FileWalker(problem => Tell(totals, problem));
            var inputs = await InputsAsync(options, start, walker, totals, cancellationToken);
            await using var session = await ScanSession.StartAsync(
                start, RuleTableUse.Look, options.Extensions, options.IncludeBundledExtensions, environment, error, clock, cancellationToken);
            if (session is null)
            {
                return ExitCode.Failure;
            }

            if (session.Engine.Generation is { Plugins.Active.IsEmpty: true, Catalogue.IsEmpty: true })
            {
                // A hook in front of a commit would let everything pass, and say that it is clean.
                totals.Fail();
                await error.WriteLineAsync("lumen-argus: nothing is looked for: no plugin is loaded. Is the extensions folder there? 'lumen-argus plugins list' shows what was found.");
            }

            return await ScanAsync(options, session.Engine, inputs, walker, totals, cancellationToken);
        }
        catch (GitException failure)
        {
            await error.WriteLineAsync($"lumen-argus: {failure.Message}");
            return ExitCode.Failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("lumen-argus: stopped before all was scanned");
            return ExitCode.Failure;
        }
    }

    private async Task<int> ScanAsync(
        ScanOptions options, ScanEngine engine, IEnumerable<ScanInput> inputs, FileWalker walker, ScanTotals totals, CancellationToken cancellationToken)
    {
        var baseline = ReadBaseline(options.Baseline);
        var recorder = options.CreateBaseline is null ? null : new BaselineRecorder();
        var progress = new ScanProgress(error, !Console.IsErrorRedirected, clock);
        var writer = OutputFor(options, engine, progress);
        await foreach (var scanned in new ScanQueue(engine).RunAsync(inputs, cancellationToken))
        {
            var report = totals.WithoutRepeatedFaults(scanned);
            recorder?.Add(report);
            report = WithoutKnown(report, baseline, totals);
            totals.Add(report);
            if (report.Problem is not null)
            {
                progress.Clear();
                await error.WriteLineAsync($"lumen-argus: {Host.Output.PrintableText.Of(report.Name)} was not scanned: {report.Problem}");
            }

            writer.Write(report);
            progress.Show(totals);
        }

        totals.LinksNotFollowed = walker.Links;
        if (recorder is not null)
        {
            progress.Clear();
            WriteBaseline(options.CreateBaseline!, recorder, totals);
        }

        writer.Finish(totals);
        return totals.ExitCode;
    }

    private async Task<IEnumerable<ScanInput>> InputsAsync(
        ScanOptions options, StartConfiguration start, FileWalker walker, ScanTotals totals, CancellationToken cancellationToken)
    {
        if (options.Diff)
        {
            var diff = await GitDiff.ReadAsync(options.DiffReference, options.Paths, folder.Path, cancellationToken);
            return DiffReader.Read(diff).Select(static target => new ScanInput(target.Name, () => target));
        }

        return Files(options.Paths.IsEmpty ? [StandardInput] : options.Paths, new TargetReader(start.Config.Proxy.MaxBodySize), walker, totals);
    }

    private IEnumerable<ScanInput> Files(IReadOnlyList<string> paths, TargetReader reader, FileWalker walker, ScanTotals totals)
    {
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, folder.Path);
            if (path == StandardInput)
            {
                if (!Console.IsInputRedirected)
                {
                    error.WriteLine("lumen-argus: reading from the terminal; end with Ctrl-D");
                }

                yield return new ScanInput(StandardInputName, () => ReadInput(reader));
            }
            else if (Directory.Exists(full))
            {
                foreach (var file in walker.Walk(full))
                {
                    var name = WorkingFolder.Display(Path.Combine(path, Path.GetRelativePath(full, file)));
                    yield return new ScanInput(name, () => reader.ReadFile(file, name, folder.SourceFile(file)));
                }
            }
            else if (Path.Exists(full))
            {
                var name = WorkingFolder.Display(path);
                yield return new ScanInput(name, () => reader.ReadFile(full, name, folder.SourceFile(full)));
            }
            else
            {
                Tell(totals, UndecodedName.Is(full) ? UndecodedName.Problem(path) : $"{path} does not exist");
            }
        }
    }

    private ScanTarget ReadInput(TargetReader reader)
    {
        using var stream = input();
        return reader.ReadStream(stream, StandardInputName);
    }

    private IScanOutput OutputFor(ScanOptions options, ScanEngine engine, ScanProgress progress) => options.Format switch
    {
        ScanFormat.Json => new JsonScanOutput(output, IsOneText(options), isDiff: options.Diff),
        ScanFormat.Sarif => new SarifScanOutput(output, [.. engine.Generation.Catalogue.Select(static each => each.Rule)]),
        _ => new TextScanOutput(error, new Ansi(ColourChoice.IsOn(noColorFlag: false, !Console.IsErrorRedirected, environment)), progress),
    };

    private static bool IsOneText(ScanOptions options) => !options.Diff && (options.Paths.IsEmpty || options.Paths is [StandardInput]);

    private Baseline ReadBaseline(string? path)
    {
        if (path is null)
        {
            return Baseline.Empty;
        }

        var baseline = BaselineFile.Read(Path.GetFullPath(path, folder.Path), out var problem);
        if (problem is not null)
        {
            error.WriteLine($"lumen-argus: warning: the baseline {path} {problem}; all findings count");
        }

        return baseline;
    }

    private static FileReport WithoutKnown(FileReport report, Baseline baseline, ScanTotals totals)
    {
        var left = report.Findings.RemoveAll(found => baseline.Contains(report.Name, found.Finding));
        totals.Baselined += report.Findings.Length - left.Length;
        return report with { Findings = left };
    }

    // Before the output ends, which tells the exit code.
    private void WriteBaseline(string path, BaselineRecorder recorder, ScanTotals totals)
    {
        try
        {
            recorder.Write(Path.GetFullPath(path, folder.Path), clock);
            error.WriteLine($"lumen-argus: {recorder.Count} finding(s) written to the baseline {path}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            totals.Fail();
            error.WriteLine($"lumen-argus: the baseline {path} cannot be written: {exception.Message}");
        }
    }

    private void Tell(ScanTotals totals, string problem)
    {
        totals.FailToRead();
        error.WriteLine("lumen-argus: " + Host.Output.PrintableText.Of(problem));
    }
}

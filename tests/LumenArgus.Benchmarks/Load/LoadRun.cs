using System.Diagnostics;
using LumenArgus.Benchmarks.Client;
using LumenArgus.Benchmarks.Reports;
using LumenArgus.Benchmarks.Roles;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Load;

/// <summary>One run: start the roles, measure every cell against every target in interleaved rounds, report.</summary>
internal static class LoadRun
{
    private static readonly TimeSpan CellWarmUp = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan CompilerWarmUp = TimeSpan.FromSeconds(1.5);

    /// <summary>Returns 0, or 1 when any request went wrong: then the figures are not to be used.</summary>
    public static async Task<int> RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        var conditions = RunConditions.Begin();
        await using var stage = await Stage.StartAsync(options.Nginx, options.Responses, cancellationToken);
        var generator = new LoadGenerator(stage.Upstream, new BodyPool());
        await WarmUpAsync(stage, generator, options, cancellationToken);

        var notes = stage.Notes.ToList();
        using var check = stage.Targets.FirstOrDefault(static target => target.Name == Product.Name) is { } product ? new ScanCheck(product) : null;
        if (check is not null && await check.BeginAsync(cancellationToken) is { } problem)
        {
            notes.Add(problem);
        }

        var results = await MeasureAsync(stage, generator, options, cancellationToken);
        if (check is not null)
        {
            notes.Add(await check.EndAsync(BodyBytes(results, Product.Name), cancellationToken));
        }

        var report = MarkdownReport.Write(conditions.End(), options, results, notes);
        Console.WriteLine(report);
        if (options.Out is not null)
        {
            await File.WriteAllTextAsync(options.Out, report, cancellationToken);
        }

        return results.Any(static result => result.Figures.Errors.Count > 0) ? 1 : 0;
    }

    private static long BodyBytes(IReadOnlyList<CellResult> results, string target) =>
        results.Where(result => result.Target == target).Sum(static result => result.Figures.Answered * result.Cell.AverageBytes);

    // All targets are compiled and have open connections before the first figure is taken.
    private static async Task WarmUpAsync(Stage stage, LoadGenerator generator, LoadOptions options, CancellationToken cancellationToken)
    {
        foreach (var target in stage.Targets)
        {
            foreach (var mode in options.Modes)
            {
                var cell = new Cell(mode, options.Sizes[options.Sizes.Length / 2], Connections: 8);
                _ = await generator.MeasureAsync(target, cell, CellWarmUp, CompilerWarmUp, cancellationToken);
            }
        }
    }

    private static async Task<IReadOnlyList<CellResult>> MeasureAsync(Stage stage, LoadGenerator generator, LoadOptions options, CancellationToken cancellationToken)
    {
        var rounds = new Dictionary<(Cell, Target), List<Measurement>>();
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var cell in options.Cells)
            {
                // Another target goes first in each round, so that none always has the quieter moment.
                for (var i = 0; i < stage.Targets.Count; i++)
                {
                    var target = stage.Targets[(i + round) % stage.Targets.Count];
                    var measurement = await generator.MeasureAsync(target, cell, CellWarmUp, TimeSpan.FromSeconds(options.Seconds), cancellationToken);
                    if (!rounds.TryGetValue((cell, target), out var list))
                    {
                        rounds[(cell, target)] = list = [];
                    }

                    list.Add(measurement);
                }
            }

            await Console.Error.WriteLineAsync($"round {round + 1} of {options.Rounds} after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        }

        return
        [
            .. from cell in options.Cells
               from target in stage.Targets
               select new CellResult(cell, target.Name, Measurement.Median(rounds[(cell, target)])),
        ];
    }
}

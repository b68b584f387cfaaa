using System.Diagnostics;
using System.Globalization;
using System.Text;
using LumenArgus.Benchmarks.Reports;
using LumenArgus.Storage;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Benchmarks.Store;

/// <summary>One run: fill a store by its own writer, ask all questions while nothing else happens, ask them again while findings come in.</summary>
internal sealed class StoreRun(int rows, int times, int seconds, int rate, DirectoryInfo? keep)
{
    // A quarter of the writer's queue.
    private const int MostQueued = 10_000;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly StringBuilder _report = new();

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folder = (keep is null ? Directory.CreateTempSubdirectory("lumen-bench-store-") : Directory.CreateDirectory(keep.FullName)).FullName;
        try
        {
            var services = new ServiceCollection();
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
            services.AddSingleton(new StoreFaultReport(static fault => Console.Error.WriteLine(fault ?? "The store works again.")));

            // One day more than the data is old, so that none is deleted meanwhile.
            services.AddSqliteStore(new StoreOptions { Path = Path.Combine(folder, "analytics.db"), RetentionDays = 366 });
            await using var provider = services.BuildServiceProvider();
            await provider.GetRequiredService<StoreService>().StartAsync(cancellationToken);
            await RunAsync(provider, folder, cancellationToken);
            return provider.GetRequiredService<StoreStatus>().Lost == 0 ? 0 : 1;
        }
        finally
        {
            if (keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task RunAsync(ServiceProvider provider, string folder, CancellationToken cancellationToken)
    {
        var conditions = RunConditions.Begin();
        var (writer, status, store) = (
            provider.GetRequiredService<IFindingWriter>(), provider.GetRequiredService<StoreStatus>(), provider.GetRequiredService<IFindingStore>());
        var spread = new FindingSpread(rows, _now);
        await FillAsync(spread, writer, status, cancellationToken);
        _report.AppendLine(CultureInfo.InvariantCulture, $"- Database: {new FileInfo(Path.Combine(folder, "analytics.db")).Length / 1e6:F0} MB.");

        var newest = (await store.PageAsync(FindingFilter.All, 1, 0, cancellationToken)).Findings[0];
        var questions = StoreQuestion.All(_now, newest.Id / 2);

        // A finding before each round: otherwise what is measured is the answer that is kept for others who ask the same.
        var number = 0L;
        async Task WriteOneAsync()
        {
            var due = status.Written + 1;
            writer.Write(spread.Newest(number++));
            while (status.Written < due)
            {
                await Task.Delay(1, cancellationToken);
            }
        }

        var quiet = await AskAsync(questions, store, WriteOneAsync, round => round < times, cancellationToken);
        Write("At rest, one new finding before each round", quiet, withProcessor: true);

        var (stop, written) = (new CancellationTokenSource(), status.Written);
        var lag = 0L;
        var started = Stopwatch.GetTimestamp();
        var writing = Task.Run(() => WriteAtRateAsync(spread, writer, status, count => lag = Math.Max(lag, count), stop.Token), CancellationToken.None);
        var busy = await AskAsync(questions, store, static () => Task.CompletedTask, _ => Stopwatch.GetElapsedTime(started).TotalSeconds < seconds, cancellationToken);
        await stop.CancelAsync();
        var queued = await writing;
        var (took, inTime) = (Stopwatch.GetElapsedTime(started), status.Written - written);
        await DrainAsync(status, 0, cancellationToken);
        stop.Dispose();
        Write($"While {rate} findings a second are written", busy, withProcessor: false);
        _report.AppendLine(
            CultureInfo.InvariantCulture,
            $"In {took.TotalSeconds:F1} s {queued} findings came in and {inTime} were written ({inTime / took.TotalSeconds:F0}/s); at most {lag} waited; in the end {status.Written - written} were written, {status.Lost} lost, {status.Errors} errors.");

        conditions = conditions.End();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"# Store, {conditions.Started:yyyy-MM-dd HH:mm} UTC\n\n- Version {RunConditions.Version}; {RunConditions.Machine}.\n- Load average before {conditions.LoadBefore}, after {conditions.LoadAfter}; took {conditions.Took.TotalSeconds:F0} s.\n{_report}"));
    }

    private async Task FillAsync(FindingSpread spread, IFindingWriter writer, StoreStatus status, CancellationToken cancellationToken)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var number = 0L; number < rows; number++)
        {
            writer.Write(spread.Row(number));
            if (number % 1_000 == 0)
            {
                await DrainAsync(status, MostQueued, cancellationToken);
            }
        }

        await DrainAsync(status, 0, cancellationToken);
        var (took, used) = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
        _report.AppendLine(
            CultureInfo.InvariantCulture,
            $"- Filled with {status.Written} findings as fast as they are taken: {rows / took.TotalSeconds:F0} findings/s, {used.TotalMicroseconds / rows:F0} us of processor time each (making them included).");
        await Console.Error.WriteLineAsync($"filled in {took.TotalSeconds:F0} s");
    }

    /// <summary>Every question once per round, so that a slow minute hits all alike.</summary>
    private async Task<List<(string Name, StoreFigures Figures)>> AskAsync(
        IReadOnlyList<StoreQuestion> questions, IFindingStore store, Func<Task> beforeRound, Func<int, bool> goOn, CancellationToken cancellationToken)
    {
        var figures = questions.Select(static question => (question.Name, new StoreFigures())).ToList();
        await Task.WhenAll(questions.Select(question => question.Ask(store)));
        for (var round = 0; goOn(round); round++)
        {
            await beforeRound();
            for (var i = 0; i < questions.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await figures[i].Item2.MeasureAsync(() => questions[i].Ask(store));
            }
        }

        return figures;
    }

    private async Task<long> WriteAtRateAsync(FindingSpread spread, IFindingWriter writer, StoreStatus status, Action<long> waiting, CancellationToken stop)
    {
        var number = 0L;
        var started = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            for (var due = (long)(Stopwatch.GetElapsedTime(started).TotalSeconds * rate); number < due; number++)
            {
                writer.Write(spread.Newest(number));
            }

            waiting(status.Queued);
            await Task.Delay(Step, CancellationToken.None);
        }

        return number;
    }

    private static async Task DrainAsync(StoreStatus status, long most, CancellationToken cancellationToken)
    {
        while (status.Queued > most)
        {
            await Task.Delay(1, cancellationToken);
        }

        // The last batch has left the queue, but is not committed yet.
        if (most == 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    private void Write(string title, List<(string Name, StoreFigures Figures)> results, bool withProcessor)
    {
        _report.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        _report.AppendLine(withProcessor ? "| question | rows it is about | times | p50 ms | p99 ms | processor p50 ms | p99 ms |" : "| question | rows it is about | times | p50 ms | p99 ms |");
        _report.AppendLine(withProcessor ? "|---|---:|---:|---:|---:|---:|---:|" : "|---|---:|---:|---:|---:|");
        foreach (var (name, figures) in results)
        {
            _report.Append(CultureInfo.InvariantCulture, $"| {name} | {figures.Rows} | {figures.Times} | {figures.Clock(0.5):F1} | {figures.Clock(0.99):F1} |");
            _report.AppendLine(withProcessor ? string.Create(CultureInfo.InvariantCulture, $" {figures.Processor(0.5):F1} | {figures.Processor(0.99):F1} |") : "");
        }

        _report.AppendLine();
    }
}

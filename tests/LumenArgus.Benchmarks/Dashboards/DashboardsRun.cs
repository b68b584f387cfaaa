using System.Globalization;
using LumenArgus.Benchmarks.Findings;
using LumenArgus.Benchmarks.Reports;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>
/// One product, the same requests with the same number of new findings, in turn: nobody looks; so many live streams are read, and some are not; and each reader also asks
/// what an open overview asks.
/// </summary>
internal sealed class DashboardsRun(FindingsOptions options, int readers, int slow, string? product)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private readonly FindingsLoad _load = new(options);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var conditions = RunConditions.Begin();
        var program = product ?? Product.Find() ?? throw new InvalidOperationException("not built: dotnet build -c Release host/LumenArgus.Host");
        var workspace = Directory.CreateTempSubdirectory("lumen-bench-").FullName;
        try
        {
            await using var upstream = await Upstream.StartAsync(workspace, cancellationToken);
            var (target, dashboard) = await Product.StartWithDashboardAsync(program, workspace, Path.Combine(workspace, "home"), upstream.Endpoint, cancellationToken);
            await using var proxy = target.Proxy;
            DashboardsLoad[] loads =
            [
                new("nobody looks", 0, 0, AsksLikeAPage: false),
                new($"{readers} streams, {slow} unread", readers, slow, AsksLikeAPage: false),
                new($"{readers} pages, {slow} unread", readers, slow, AsksLikeAPage: true),
            ];
            foreach (var load in loads)
            {
                await MeasureAsync(target, dashboard, load, WarmUp, cancellationToken);
            }

            var results = loads.ToDictionary(static load => load, static _ => new List<DashboardsFigures>());
            for (var round = 0; round < options.Rounds; round++)
            {
                for (var i = 0; i < loads.Length; i++)
                {
                    var load = loads[(i + round) % loads.Length];
                    results[load].Add(await MeasureAsync(target, dashboard, load, TimeSpan.FromSeconds(options.Seconds), cancellationToken));
                }

                await Console.Error.WriteLineAsync($"round {round + 1} of {options.Rounds}");
            }

            Report(conditions.End(), loads, results);
            return results.Values.SelectMany(static rounds => rounds).Any(static round => round.Requests.Errors > 0 || round.Watched.Problems > 0) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private async Task<DashboardsFigures> MeasureAsync(Target target, Dashboard dashboard, DashboardsLoad load, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var watchers = load.Readers == 0 ? null : await Watchers.StartAsync(dashboard, load, cancellationToken);
        var requests = await _load.MeasureAsync(target, dirty: true, length, cancellationToken);
        return new DashboardsFigures(requests, watchers is null ? WatchersSummary.Nobody : await watchers.EndAsync(cancellationToken), target.Proxy!.ResidentBytes);
    }

    private void Report(RunConditions conditions, DashboardsLoad[] loads, Dictionary<DashboardsLoad, List<DashboardsFigures>> results)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# Dashboards, {conditions.Started:yyyy-MM-dd HH:mm} UTC\n"));
        Console.WriteLine($"- Version {RunConditions.Version}; {RunConditions.Machine}.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"- {options.Rate} requests/s of {options.Kilobytes} KB over {options.Connections} connections, {options.Findings} findings in each; median of {options.Rounds} rounds of {options.Seconds} s; load average before {conditions.LoadBefore}, after {conditions.LoadAfter}.\n"));
        Console.WriteLine("| load | req/s | p50 ms | p99 ms | p99 vs nobody (median of the rounds' ratios) | CPU us/req | stored/s | errors | events/s of a reader | KB/s of a reader | unread cut off | answers to pages | p99 ms of them | RSS MB, first and last round |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        foreach (var load in loads)
        {
            var rounds = results[load];
            var figures = FindingsFigures.Median([.. rounds.Select(static round => round.Requests)]);
            var ratio = Middle(rounds.Zip(results[loads[0]], static (round, nobody) => round.Requests.P99 / nobody.Requests.P99));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {load.Name} | {figures.RequestsPerSecond:F0} | {figures.P50:F2} | {figures.P99:F2} | {ratio:F2} | {figures.Processor:F0} | {figures.StoredPerSecond:F0} | {figures.Errors} | {Middle(rounds.Select(static round => round.Watched.EventsPerSecond)):F1} | {Middle(rounds.Select(static round => round.Watched.BytesPerSecond / 1024)):F1} | {rounds.Sum(static round => round.Watched.CutOff)} of {rounds.Count * load.Slow} | {rounds.Sum(static round => round.Watched.Answers)} | {Middle(rounds.Select(static round => round.Watched.AnswerP99)):F1} | {rounds[0].Resident / 1e6:F0}, {rounds[^1].Resident / 1e6:F0} |"));
            foreach (var problem in rounds.Select(static round => round.Watched.Problem).Where(static problem => problem.Length > 0))
            {
                Console.WriteLine($"<!-- {problem} -->");
            }
        }
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ToList() is var ordered ? ordered[ordered.Count / 2] : 0;
}

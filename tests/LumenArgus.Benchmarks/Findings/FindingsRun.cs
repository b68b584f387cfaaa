using System.Globalization;
using LumenArgus.Benchmarks.Reports;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Findings;

/// <summary>
/// The same requests at the same rate three times: without findings; with findings that go nowhere but to the audit log; with findings that also go to
/// the database. The first two differ by matching and audit, the last two by the store alone.
/// </summary>
internal sealed class FindingsRun(FindingsOptions options)
{
    private const string NoStore = "analytics:\n  enabled: false\n";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private readonly FindingsLoad _load = new(options);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var conditions = RunConditions.Begin();
        var program = Product.Find() ?? throw new InvalidOperationException("not built: dotnet build -c Release host/LumenArgus.Host");
        var workspace = Directory.CreateTempSubdirectory("lumen-bench-").FullName;
        try
        {
            await using var upstream = await Upstream.StartAsync(workspace, cancellationToken);
            var withStore = await StartAsync(program, workspace, "store", upstream, "", cancellationToken);
            await using var first = withStore.Proxy;
            var without = await StartAsync(program, workspace, "no-store", upstream, NoStore, cancellationToken);
            await using var second = without.Proxy;
            (string Name, Target Target, bool Dirty)[] loads =
            [
                ("no findings", withStore, false), ("findings, no store", without, true), ("findings, store", withStore, true),
            ];
            foreach (var (_, target, dirty) in loads)
            {
                await _load.MeasureAsync(target, dirty, WarmUp, cancellationToken);
            }

            var results = loads.ToDictionary(static load => load.Name, static _ => new List<FindingsFigures>());
            for (var round = 0; round < options.Rounds; round++)
            {
                for (var i = 0; i < loads.Length; i++)
                {
                    // Another one goes first in each round, so that none always has the quieter moment.
                    var (name, target, dirty) = loads[(i + round) % loads.Length];
                    results[name].Add(await _load.MeasureAsync(target, dirty, TimeSpan.FromSeconds(options.Seconds), cancellationToken));
                }

                await Console.Error.WriteLineAsync($"round {round + 1} of {options.Rounds}");
            }

            var medians = loads.ToDictionary(static load => load.Name, load => FindingsFigures.Median(results[load.Name]));
            Report(conditions.End(), medians, [.. loads.Select(static load => load.Name)]);
            return medians.Values.Any(static figures => figures.Errors > 0) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private static async Task<Target> StartAsync(
        string program, string workspace, string name, RoleProcess upstream, string configuration, CancellationToken cancellationToken) =>
        await Product.StartAsync(
            program, Directory.CreateDirectory(Path.Combine(workspace, name)).FullName, upstream.Endpoint, configuration, cancellationToken);

    private void Report(RunConditions conditions, Dictionary<string, FindingsFigures> results, string[] names)
    {
        var (clean, dirty) = (results[names[0]], results[names[1]]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# Findings, {conditions.Started:yyyy-MM-dd HH:mm} UTC\n"));
        Console.WriteLine($"- Version {RunConditions.Version}; {RunConditions.Machine}.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"- {options.Rate} requests/s of {options.Kilobytes} KB over {options.Connections} connections, {options.Findings} findings in each; median of {options.Rounds} rounds of {options.Seconds} s; load average before {conditions.LoadBefore}, after {conditions.LoadAfter}.\n"));
        Console.WriteLine("| load | req/s | p50 ms | p99 ms | p99 vs no findings | p99 vs no store | CPU us/req | found/s | stored/s | lost | errors |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var name in names)
        {
            var figures = results[name];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {figures.RequestsPerSecond:F0} | {figures.P50:F2} | {figures.P99:F2} | {figures.P99 / clean.P99:F2}× | {figures.P99 / dirty.P99:F2}× | {figures.Processor:F0} | {figures.FoundPerSecond:F0} | {figures.StoredPerSecond:F0} | {figures.Lost:F0} | {figures.Errors} |"));
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LumenArgus.Benchmarks.Reports;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>One run: the product over a large database; every page once two seconds after the start, then so many rounds over all.</summary>
internal sealed class PagesRun(DirectoryInfo home, int times)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var conditions = RunConditions.Begin();
        var program = Product.Find() ?? throw new InvalidOperationException("not built: dotnet build -c Release host/LumenArgus.Host");
        var workspace = Directory.CreateTempSubdirectory("lumen-bench-").FullName;
        try
        {
            await using var upstream = await Upstream.StartAsync(workspace, cancellationToken);
            var (target, dashboard) = await Product.StartWithDashboardAsync(program, workspace, home.FullName, upstream.Endpoint, cancellationToken);
            await using var proxy = target.Proxy;
            using var client = dashboard.Client();

            // What this process needs for its own first request is no part of any page, and nobody opens a browser within the second in which the product asks itself.
            using (await client.GetAsync(new Uri($"http://{upstream.Endpoint}/"), cancellationToken))
            {
                await Task.Delay(Settling, cancellationToken);
            }

            var first = await AskAsync(client, DashboardPage.All[0], static path => path, cancellationToken);
            using var newest = JsonDocument.Parse(await client.GetStringAsync(new Uri("findings?limit=1", UriKind.Relative), cancellationToken));
            var finding = newest.RootElement.GetProperty("findings")[0];
            string Named(string path) => path
                .Replace("{id}", finding.GetProperty("id").ToString(), StringComparison.Ordinal)
                .Replace("{session}", finding.GetProperty("session_id").GetString(), StringComparison.Ordinal);

            var cold = new List<(double First, double All)> { first };
            foreach (var page in DashboardPage.All.Skip(1))
            {
                cold.Add(await AskAsync(client, page, Named, cancellationToken));
            }

            var warm = DashboardPage.All.Select(static _ => new List<(double First, double All)>()).ToList();
            for (var round = 0; round < times; round++)
            {
                for (var i = 0; i < warm.Count; i++)
                {
                    warm[i].Add(await AskAsync(client, DashboardPage.All[i], Named, cancellationToken));
                }
            }

            Report(conditions.End(), newest.RootElement.GetProperty("total").GetInt64(), cold, warm);
            return 0;
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private static async Task<(double First, double All)> AskAsync(HttpClient client, DashboardPage page, Func<string, string> named, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        async Task<double> AnswerAsync(string path)
        {
            using var answer = await client.GetAsync(new Uri(named(path), UriKind.Relative), cancellationToken);
            await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
            return answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
        }

        var asked = page.Rest.Select(AnswerAsync).Prepend(AnswerAsync(page.First)).ToList();
        var took = await Task.WhenAll(asked);
        return (took[0], took.Max());
    }

    private void Report(RunConditions conditions, long findings, List<(double First, double All)> cold, List<List<(double First, double All)>> warm)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# Pages, {conditions.Started:yyyy-MM-dd HH:mm} UTC\n"));
        Console.WriteLine($"- Version {RunConditions.Version}; {RunConditions.Machine}.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"- {findings} findings; {times} times; load average before {conditions.LoadBefore}, after {conditions.LoadAfter}. Milliseconds.\n"));
        Console.WriteLine("| page | first data, first time | all | first data p50 | p99 | all p50 | p99 |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        for (var i = 0; i < warm.Count; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {DashboardPage.All[i].Name} | {cold[i].First:F0} | {cold[i].All:F0} | {At(warm[i], 0.5, static time => time.First):F1} | {At(warm[i], 0.99, static time => time.First):F1} | {At(warm[i], 0.5, static time => time.All):F1} | {At(warm[i], 0.99, static time => time.All):F1} |"));
        }
    }

    private static double At(List<(double First, double All)> times, double rank, Func<(double First, double All), double> figure) =>
        times.Select(figure).Order().ElementAt((int)Math.Ceiling(rank * times.Count) - 1);
}

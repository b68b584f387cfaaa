using System.CommandLine;
using System.Diagnostics;
using System.Net;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>The hidden verb <c>watchers</c>: reads live streams until its standard input ends, then says what it saw.</summary>
internal static class WatchersCommand
{
    public const string Name = "watchers";
    public const string TokenVariable = "BENCH_DASHBOARD_TOKEN";
    public const string Ready = "ready";

    public static Command Create()
    {
        var port = new Option<int>("--port") { Required = true };
        var readers = new Option<int>("--readers");
        var slow = new Option<int>("--slow");
        var pages = new Option<bool>("--pages");
        var command = new Command(Name, "Read live streams (started by 'dashboards').") { port, readers, slow, pages };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Dashboard(new IPEndPoint(IPAddress.Loopback, parsed.GetValue(port)), Environment.GetEnvironmentVariable(TokenVariable) ?? ""),
            parsed.GetValue(readers), parsed.GetValue(slow), parsed.GetValue(pages), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Dashboard dashboard, int readers, int slow, bool asks, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var streams = new List<Watcher>();
        for (var i = 0; i < readers + slow; i++)
        {
            streams.Add(await Watcher.OpenAsync(dashboard, isSlow: i >= readers, cancellationToken));
        }

        using var client = dashboard.Client();
        var page = new PageReads(client);
        await Console.Out.WriteLineAsync(Ready);
        var started = Stopwatch.GetTimestamp();
        var reading = Task.WhenAll(streams.Take(readers).Select(stream => stream.ReadAsync(stop.Token)));
        var asking = asks ? Task.WhenAll(Enumerable.Range(0, readers).Select(number => page.RunAsync((double)number / readers, stop.Token))) : Task.CompletedTask;
        await using (var input = Console.OpenStandardInput())
        {
            await input.CopyToAsync(Stream.Null, cancellationToken);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var cut = streams.Skip(readers).Count(static stream => stream.IsCut());
        await stop.CancelAsync();
        await Task.WhenAll(reading, asking);
        var problems = streams.Select(static stream => stream.Problem).Concat(page.Problems).OfType<string>().ToList();
        await Console.Out.WriteLineAsync(new WatchersSummary(
            streams.Take(readers).Average(static stream => stream.Events) / seconds, streams.Take(readers).Average(static stream => stream.Bytes) / seconds, cut,
            page.Times.Count, page.P99, problems.Count, problems.FirstOrDefault("")).ToString());
        streams.ForEach(static stream => stream.Dispose());
        return 0;
    }
}

using System.Globalization;
using LumenArgus.Benchmarks.Client;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Reports;
using LumenArgus.Benchmarks.Roles;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Streams;

/// <summary>Two products, each with all plugins and its default settings: one is sent requests, the other holds streams.</summary>
internal sealed class MemoryRun(int requests, int streams)
{
    private const int Connections = 8;
    private const int Kilobytes = 2;

    // The key is one of the section that the configuration begins with.
    private const string EnoughConnections = "  max_connections: 10000\n";
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(10);

    private readonly BodyPool _bodies = new();

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var conditions = RunConditions.Begin();
        var program = Product.Find() ?? throw new InvalidOperationException("not built: dotnet build -c Release host/LumenArgus.Host");
        var workspace = Directory.CreateTempSubdirectory("lumen-bench-").FullName;
        try
        {
            await using var upstream = await Upstream.StartAsync(workspace, cancellationToken);
            var (ready, after, answered) = await AfterRequestsAsync(program, Directory.CreateDirectory(Path.Combine(workspace, "requests")).FullName, upstream, cancellationToken);
            var (before, held, left) = await WithStreamsAsync(program, Directory.CreateDirectory(Path.Combine(workspace, "streams")).FullName, upstream, cancellationToken);
            conditions = conditions.End();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# Memory, {conditions.Started:yyyy-MM-dd HH:mm} UTC\n"));
            Console.WriteLine($"- Version {RunConditions.Version}; {RunConditions.Machine}; load average before {conditions.LoadBefore}, after {conditions.LoadAfter}.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"- Ready: {ready / 1e6:F0} MB resident. After {answered} requests of {Kilobytes} KB over {Connections} connections: {after / 1e6:F0} MB."));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"- {streams} streams that say nothing behind their first event: {before / 1e6:F0} MB before, {held / 1e6:F0} MB with them ({(held - before) / 1024.0 / streams:F0} KB each), {left / 1e6:F0} MB after their end."));
            return 0;
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private async Task<(long Ready, long After, long Answered)> AfterRequestsAsync(string program, string workspace, RoleProcess upstream, CancellationToken cancellationToken)
    {
        var product = await Product.StartAsync(program, workspace, upstream.Endpoint, cancellationToken);
        await using var proxy = product.Proxy!;
        var ready = proxy.ResidentBytes;
        using var stop = new CancellationTokenSource();
        var cell = new Cell(Mode.Plain, Kilobytes, Connections);
        _bodies.Prepare(cell);
        var workers = Enumerable.Range(0, Connections).Select(_ => new ClosedLoopWorker(product, cell, _bodies)).ToArray();
        var running = Task.WhenAll(workers.Select(worker => Task.Run(() => worker.RunAsync(stop.Token, cancellationToken), cancellationToken)));
        while (workers.Sum(static worker => (long)worker.Completed) < requests && !running.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }

        await stop.CancelAsync();
        await running;
        return workers.SelectMany(static worker => worker.Errors).FirstOrDefault() is { } error
            ? throw new InvalidOperationException(error)
            : (ready, proxy.ResidentBytes, workers.Sum(static worker => (long)worker.Completed));
    }

    private async Task<(long Before, long Held, long Left)> WithStreamsAsync(string program, string workspace, RoleProcess upstream, CancellationToken cancellationToken)
    {
        var product = await Product.StartAsync(program, workspace, upstream.Endpoint, EnoughConnections, cancellationToken);
        await using var proxy = product.Proxy!;
        using (var warmUp = new StreamConnection(product.Endpoint, new StampedRequest(product.Endpoint, _bodies, Kilobytes, new StampedStream(1, TimeSpan.Zero))))
        {
            // What the first requests load is not the streams'.
            for (var i = 0; i < 500; i++)
            {
                await warmUp.RunAsync(toItsEnd: true, cancellationToken);
            }
        }

        await Task.Delay(Settle, cancellationToken);
        var before = proxy.ResidentBytes;
        var request = new StampedRequest(product.Endpoint, _bodies, Kilobytes, new StampedStream(1, Timeout.InfiniteTimeSpan));
        var connections = new List<StreamConnection>();
        try
        {
            // One request for all, so one at a time is made new and sent.
            for (var i = 0; i < streams; i++)
            {
                connections.Add(new StreamConnection(product.Endpoint, request));
                await connections[i].RunAsync(toItsEnd: false, cancellationToken);
            }

            await Task.Delay(Settle, cancellationToken);
            var held = proxy.ResidentBytes;
            connections.ForEach(static connection => connection.Dispose());
            await Task.Delay(Settle, cancellationToken);
            return (before, held, proxy.ResidentBytes);
        }
        finally
        {
            connections.ForEach(static connection => connection.Dispose());
        }
    }
}

using System.Diagnostics;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Roles;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Client;

/// <summary>
/// Closed loop with a fixed number of connections. The load runs without a break from before the measured time until after it, so
/// neither the start nor the end of the load is in the figures: counted are the requests that ended between the two CPU readings.
/// </summary>
internal sealed class LoadGenerator(RoleProcess upstream, BodyPool bodies)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);

    public async Task<Measurement> MeasureAsync(Target target, Cell cell, TimeSpan warmUp, TimeSpan measured, CancellationToken cancellationToken)
    {
        bodies.Prepare(cell);
        using var stop = new CancellationTokenSource();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = Enumerable.Range(0, cell.Connections).Select(_ => new ClosedLoopWorker(target, cell, bodies)).ToArray();
        var running = Task.WhenAll(workers.Select(worker => Task.Run(() => worker.RunAsync(stop.Token, giveUp.Token), cancellationToken)));

        await PassAsync(warmUp, cell.Connections, workers, cancellationToken);
        var before = CpuReading.Take(upstream, target);
        await PassAsync(measured, 4 * cell.Connections, workers, cancellationToken);
        var after = CpuReading.Take(upstream, target);

        await stop.CancelAsync();
        giveUp.CancelAfter(LongestAnswer);
        await running;
        return Measurement.From(workers, before, after);
    }

    // A slow target gets more time, up to four times as much, so that its figures rest on more than a handful of requests.
    private static async Task PassAsync(TimeSpan least, int leastRequests, ClosedLoopWorker[] workers, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var completedBefore = workers.Sum(static worker => worker.Completed);
        await Task.Delay(least, cancellationToken);
        while (workers.Sum(static worker => worker.Completed) - completedBefore < leastRequests && Stopwatch.GetElapsedTime(started) < 4 * least)
        {
            await Task.Delay(PollEvery, cancellationToken);
        }
    }
}

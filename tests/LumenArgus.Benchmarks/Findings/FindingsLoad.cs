using System.Diagnostics;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Roles;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Findings;

/// <summary>Requests at a steady rate, with or without findings in them, and what the product says about them.</summary>
internal sealed class FindingsLoad(FindingsOptions options)
{
    private readonly BodyPool _bodies = new();

    public async Task<FindingsFigures> MeasureAsync(Target target, bool dirty, TimeSpan length, CancellationToken cancellationToken)
    {
        using var metrics = new ProductMetrics(target);
        _bodies.Prepare(new Cell(Mode.Plain, options.Kilobytes, 1));
        var interval = TimeSpan.FromSeconds((double)options.Connections / options.Rate);
        var workers = Enumerable.Range(0, options.Connections)
            .Select(number => new PacedWorker(target, new FindingsRequest(_bodies, options.Kilobytes, options.Findings, dirty, number, target.Endpoint), interval))
            .ToArray();
        await metrics.CatchUpAsync(cancellationToken);
        var (before, processor) = (await metrics.ReadAsync(cancellationToken), target.Proxy!.CpuTime);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(workers.Select((worker, number) => worker.RunAsync(interval * number / options.Connections, length, cancellationToken)));
        var took = Stopwatch.GetElapsedTime(started);
        var (after, used) = (await metrics.ReadAsync(cancellationToken), target.Proxy.CpuTime - processor);
        return FindingsFigures.From(workers, took, used, after.Found - before.Found, after.Stored - before.Stored, after.Lost - before.Lost);
    }
}

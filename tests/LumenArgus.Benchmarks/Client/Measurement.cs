using System.Diagnostics;

namespace LumenArgus.Benchmarks.Client;

/// <summary>Figures of one target in one cell: of a single round or, from <see cref="Median"/>, of several. Times in milliseconds, CPU in microseconds per request.</summary>
internal sealed record Measurement
{
    public required double RequestsPerSecond { get; init; }

    public required double P50 { get; init; }

    public required double P99 { get; init; }

    /// <summary>Median time from sending until the first byte of the response body.</summary>
    public required double FirstEvent { get; init; }

    /// <summary>NaN when there is no proxy in between.</summary>
    public required double ProxyCpu { get; init; }

    public required double UpstreamCpu { get; init; }

    public required double ClientCpu { get; init; }

    /// <summary>Answers in all, warm-up included; of all rounds.</summary>
    public required long Answered { get; init; }

    /// <summary>Requests that went wrong, warm-up included, by reason.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    public static Measurement From(IReadOnlyCollection<ClosedLoopWorker> workers, CpuReading before, CpuReading after)
    {
        var counted = workers.SelectMany(static worker => worker.Timings)
            .Where(timing => timing.Completed > before.Timestamp && timing.Completed <= after.Timestamp)
            .ToList();
        return new Measurement
        {
            RequestsPerSecond = counted.Count / Stopwatch.GetElapsedTime(before.Timestamp, after.Timestamp).TotalSeconds,
            P50 = Percentile(counted, 0.50, static timing => timing.Completed - timing.Sent),
            P99 = Percentile(counted, 0.99, static timing => timing.Completed - timing.Sent),
            FirstEvent = Percentile(counted, 0.50, static timing => timing.FirstEvent - timing.Sent),
            ProxyCpu = PerRequest(after.Proxy - before.Proxy, counted.Count),
            UpstreamCpu = PerRequest(after.Upstream - before.Upstream, counted.Count),
            ClientCpu = PerRequest(after.Client - before.Client, counted.Count),
            Answered = workers.Sum(static worker => (long)worker.Completed),
            Errors = [.. workers.SelectMany(static worker => worker.Errors)],
        };
    }

    /// <summary>The median of each figure by itself; the errors of all rounds.</summary>
    public static Measurement Median(IReadOnlyCollection<Measurement> rounds) => new()
    {
        RequestsPerSecond = Middle(rounds, static round => round.RequestsPerSecond),
        P50 = Middle(rounds, static round => round.P50),
        P99 = Middle(rounds, static round => round.P99),
        FirstEvent = Middle(rounds, static round => round.FirstEvent),
        ProxyCpu = Middle(rounds, static round => round.ProxyCpu),
        UpstreamCpu = Middle(rounds, static round => round.UpstreamCpu),
        ClientCpu = Middle(rounds, static round => round.ClientCpu),
        Answered = rounds.Sum(static round => round.Answered),
        Errors = [.. rounds.SelectMany(static round => round.Errors)],
    };

    private static double Middle(IReadOnlyCollection<Measurement> rounds, Func<Measurement, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);

    private static double PerRequest(TimeSpan? cpu, int requests) => (cpu?.TotalMicroseconds ?? double.NaN) / requests;

    // Nearest rank; NaN, shown as a dash, when nothing was counted.
    private static double Percentile(List<ExchangeTiming> timings, double rank, Func<ExchangeTiming, long> ticks)
    {
        if (timings.Count == 0)
        {
            return double.NaN;
        }

        var ordered = timings.Select(ticks).Order().ToList();
        return ordered[(int)Math.Ceiling(rank * ordered.Count) - 1] * 1000.0 / Stopwatch.Frequency;
    }
}

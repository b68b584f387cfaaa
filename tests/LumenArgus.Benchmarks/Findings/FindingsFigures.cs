using System.Diagnostics;
using LumenArgus.Benchmarks.Client;

namespace LumenArgus.Benchmarks.Findings;

/// <summary>What one kind of load gave in one round.</summary>
/// <param name="RequestsPerSecond">Requests answered.</param>
/// <param name="P50">Median in milliseconds.</param>
/// <param name="P99">99th percentile in milliseconds.</param>
/// <param name="Processor">Processor time of the product, microseconds per request.</param>
/// <param name="FoundPerSecond">Findings that the product counted.</param>
/// <param name="StoredPerSecond">Findings that reached its database.</param>
/// <param name="Lost">Findings that did not.</param>
/// <param name="Errors">Requests that went wrong.</param>
internal sealed record FindingsFigures(
    double RequestsPerSecond, double P50, double P99, double Processor, double FoundPerSecond, double StoredPerSecond, double Lost, int Errors)
{
    public static FindingsFigures From(IReadOnlyCollection<PacedWorker> workers, TimeSpan took, TimeSpan processor, double found, double stored, double lost)
    {
        var times = workers.SelectMany(static worker => worker.Timings).Select(static timing => timing.Completed - timing.Sent).Order().ToList();
        var seconds = took.TotalSeconds;
        return new FindingsFigures(
            times.Count / seconds, Percentile(times, 0.5), Percentile(times, 0.99), processor.TotalMicroseconds / times.Count, found / seconds, stored / seconds,
            lost, workers.Sum(static worker => worker.Errors.Count));
    }

    /// <summary>The median of each figure by itself; the sum of what went wrong.</summary>
    public static FindingsFigures Median(IReadOnlyCollection<FindingsFigures> rounds) => new(
        Middle(rounds, static round => round.RequestsPerSecond), Middle(rounds, static round => round.P50), Middle(rounds, static round => round.P99),
        Middle(rounds, static round => round.Processor), Middle(rounds, static round => round.FoundPerSecond), Middle(rounds, static round => round.StoredPerSecond),
        rounds.Sum(static round => round.Lost), rounds.Sum(static round => round.Errors));

    private static double Middle(IReadOnlyCollection<FindingsFigures> rounds, Func<FindingsFigures, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);

    private static double Percentile(List<long> times, double rank) =>
        times.Count == 0 ? double.NaN : times[(int)Math.Ceiling(rank * times.Count) - 1] * 1000.0 / Stopwatch.Frequency;
}

using System.Diagnostics;

namespace LumenArgus.Benchmarks.Store;

/// <summary>How long one question took, each time it was asked: on the clock, and in processor time of this process.</summary>
internal sealed class StoreFigures
{
    private readonly List<double> _milliseconds = [];
    private readonly List<double> _processor = [];

    public long Rows { get; private set; }

    public int Times => _milliseconds.Count;

    public async Task MeasureAsync(Func<Task<long>> ask)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        Rows = await ask();
        _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        _processor.Add((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    public double Clock(double rank) => Percentile(_milliseconds, rank);

    public double Processor(double rank) => Percentile(_processor, rank);

    // Nearest rank.
    private static double Percentile(List<double> values, double rank) => values.Order().ElementAt((int)Math.Ceiling(rank * values.Count) - 1);
}

namespace LumenArgus.Proxy.Control;

/// <summary>A cumulative histogram with fixed bounds, in seconds, safe for concurrent writers.</summary>
internal sealed class Histogram
{
    // From half a millisecond, below which nobody looks, to ten seconds.
    private static readonly double[] DefaultBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly long[] _buckets = new long[DefaultBounds.Length + 1];
    private long _ticks;

    public static IReadOnlyList<double> Bounds => DefaultBounds;

    /// <summary>Sum of all values in seconds.</summary>
    public double Sum => TimeSpan.FromTicks(Interlocked.Read(ref _ticks)).TotalSeconds;

    public void Observe(TimeSpan value)
    {
        var index = 0;
        while (index < DefaultBounds.Length && value.TotalSeconds > DefaultBounds[index])
        {
            index++;
        }

        Interlocked.Increment(ref _buckets[index]);
        Interlocked.Add(ref _ticks, value.Ticks);
    }

    /// <summary>Counts per bound, cumulative; the last one is the count of all values.</summary>
    public long[] Cumulative()
    {
        var result = new long[_buckets.Length];
        long total = 0;
        for (var i = 0; i < result.Length; i++)
        {
            total += Interlocked.Read(ref _buckets[i]);
            result[i] = total;
        }

        return result;
    }
}

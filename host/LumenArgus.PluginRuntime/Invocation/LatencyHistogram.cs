using System.Numerics;

namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>
/// How long something took, each time: in buckets of four for each power of two, so a quantile is at most a fifth too high. Thread safe; a time costs two additions
/// and no memory.
/// </summary>
public sealed class LatencyHistogram
{
    private const int StepBits = 2;
    private const int Steps = 1 << StepBits;
    private const int Buckets = (64 - StepBits) * Steps;
    private const double NanosecondsPerMicrosecond = 1_000;

    private readonly double _nanosecondsPerTick;
    private readonly long[] _buckets = new long[Buckets];
    private long _ticks;

    /// <summary>Creates one without times.</summary>
    /// <param name="clock">Of whose timestamps the times are.</param>
    public LatencyHistogram(TimeProvider clock) => _nanosecondsPerTick = 1e9 / clock.TimestampFrequency;

    /// <summary>Counts and quantiles up to now.</summary>
    /// <returns>A snapshot; times that are taken meanwhile may be in one figure and not in another.</returns>
    public LatencySummary Read()
    {
        var counts = new long[Buckets];
        long total = 0;
        for (var i = 0; i < Buckets; i++)
        {
            total += counts[i] = Interlocked.Read(ref _buckets[i]);
        }

        var seconds = Interlocked.Read(ref _ticks) * _nanosecondsPerTick / 1e9;
        return new LatencySummary(total, seconds, Quantile(counts, total, 0.5), Quantile(counts, total, 0.99));
    }

    /// <summary>Takes one time.</summary>
    /// <param name="ticks">Of the clock's timestamps.</param>
    public void Record(long ticks)
    {
        Interlocked.Increment(ref _buckets[BucketOf((ulong)(Math.Max(0, ticks) * _nanosecondsPerTick))]);
        Interlocked.Add(ref _ticks, ticks);
    }

    internal static int BucketOf(ulong nanoseconds)
    {
        if (nanoseconds < Steps)
        {
            return (int)nanoseconds;
        }

        var shift = BitOperations.Log2(nanoseconds) - StepBits;
        return ((shift + 1) * Steps) + (int)((nanoseconds >> shift) & (Steps - 1));
    }

    // The lowest time that is above the bucket.
    internal static double UpperBound(int bucket)
    {
        var shift = (bucket / Steps) - 1;
        return shift < 0 ? bucket + 1 : (double)(Steps + (bucket % Steps) + 1) * Math.Pow(2, shift);
    }

    private static double Quantile(long[] counts, long total, double share)
    {
        var wanted = (long)Math.Ceiling(total * share);
        long seen = 0;
        for (var i = 0; i < Buckets && total > 0; i++)
        {
            seen += counts[i];
            if (seen >= wanted)
            {
                return UpperBound(i) / NanosecondsPerMicrosecond;
            }
        }

        return 0;
    }
}

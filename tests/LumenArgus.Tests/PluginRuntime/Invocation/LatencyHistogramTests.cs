using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.Testing;

namespace LumenArgus.Tests.PluginRuntime.Invocation;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void BucketOf_AnyTime_IsBelowItsBoundByAFifthAtMost()
    {
        for (var time = 1UL; time < 1UL << 62; time += 1 + (time / 7))
        {
            var bound = LatencyHistogram.UpperBound(LatencyHistogram.BucketOf(time));
            bound.ShouldBeGreaterThan(time);
            bound.ShouldBeLessThanOrEqualTo((time * 1.25) + 1);
        }
    }

    [Fact]
    public void Read_ManyShortAndTwoLongCalls_GivesBothQuantiles()
    {
        var clock = new ManualTimeProvider();
        var timings = new LatencyHistogram(clock);
        for (var i = 0; i < 98; i++)
        {
            timings.Record(Ticks(clock, microseconds: 10));
        }

        timings.Record(Ticks(clock, microseconds: 5_000));
        timings.Record(Ticks(clock, microseconds: 5_000));

        var read = timings.Read();
        read.Count.ShouldBe(100);
        read.Seconds.ShouldBe(0.01098, 0.0001);
        read.P50.ShouldBeInRange(10, 12.5);
        read.P99.ShouldBeInRange(5_000, 6_250);
    }

    [Fact]
    public void Read_NoCalls_IsZero() => new LatencyHistogram(TimeProvider.System).Read().ShouldBe(new LatencySummary(0, 0, 0, 0));

    private static long Ticks(TimeProvider clock, long microseconds) => microseconds * clock.TimestampFrequency / 1_000_000;
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Tests.Host;

public sealed class SessionStatisticsTests
{
    [Fact]
    public void Percentile_KnownValues_IsWithinFivePercent()
    {
        var histogram = new ScanTimeHistogram();
        for (var i = 1; i <= 1000; i++)
        {
            histogram.Add(i / 10.0);
        }

        histogram.Average.ShouldBe(50.05, 0.001);
        histogram.Percentile(0.95).ShouldBe(95, 95 * 0.05);
        histogram.Percentile(0.5).ShouldBe(50, 50 * 0.05);
    }

    [Fact]
    public void Percentile_Extremes_StayInRange()
    {
        var histogram = new ScanTimeHistogram();
        histogram.Percentile(0.95).ShouldBe(0);
        histogram.Add(-1);
        histogram.Add(0);
        histogram.Percentile(0.95).ShouldBeLessThanOrEqualTo(0.01);
        histogram.Add(double.MaxValue);
        histogram.Percentile(1).ShouldBeGreaterThan(600_000);
    }

    [Fact]
    public void Add_EndlessNames_StayBounded()
    {
        var statistics = new SessionStatistics();
        for (var i = 0; i < 1000; i++)
        {
            statistics.Add(Records.Exchange(PolicyAction.Log, Records.Email() with { Type = $"type_{i}" }));
        }

        var snapshot = statistics.Snapshot();
        snapshot.FindingTypes.Count.ShouldBeLessThanOrEqualTo(201);
        snapshot.FindingTypes["other"].ShouldBe(800);
        snapshot.FindingTypes.Values.Sum().ShouldBe(1000);
    }
}

using LumenArgus.Forwarding.Upstream;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.Forwarding.Upstream;

public sealed class UpstreamSlotsResizeTests
{
    [Fact]
    public async Task Resize_More_LetsWaitingOnesIn()
    {
        using var slots = new UpstreamSlots(1, NullLogger.Instance);
        using var first = await slots.EnterAsync(CancellationToken.None);
        var second = slots.EnterAsync(CancellationToken.None).AsTask();
        second.IsCompleted.ShouldBeFalse();

        slots.Resize(2);

        using var entered = await second.WaitAsync(TimeSpan.FromSeconds(30));
        slots.InUse.ShouldBe(2);
        slots.MaxConnections.ShouldBe(2);
    }

    [Fact]
    public async Task Resize_Fewer_TakesNothingAwayAndGivesOutNoMoreThanThat()
    {
        using var slots = new UpstreamSlots(3, NullLogger.Instance);
        var taken = new[] { await slots.EnterAsync(CancellationToken.None), await slots.EnterAsync(CancellationToken.None) };

        slots.Resize(1);

        slots.InUse.ShouldBe(2);
        taken[0].Dispose();
        slots.InUse.ShouldBe(1);
        var waiting = slots.EnterAsync(CancellationToken.None).AsTask();
        waiting.IsCompleted.ShouldBeFalse();
        taken[1].Dispose();
        (await waiting.WaitAsync(TimeSpan.FromSeconds(30))).Dispose();
        slots.InUse.ShouldBe(0);
    }

    [Fact]
    public async Task Resize_DownAndUpWhileTaken_EndsWithTheRightNumber()
    {
        using var slots = new UpstreamSlots(3, NullLogger.Instance);
        var taken = new[] { await slots.EnterAsync(CancellationToken.None), await slots.EnterAsync(CancellationToken.None), await slots.EnterAsync(CancellationToken.None) };
        slots.Resize(1);
        slots.Resize(2);
        slots.InUse.ShouldBe(3);
        Array.ForEach(taken, static slot => slot.Dispose());

        using var one = await slots.EnterAsync(CancellationToken.None);
        using var two = await slots.EnterAsync(CancellationToken.None);
        slots.InUse.ShouldBe(2);
        slots.EnterAsync(CancellationToken.None).AsTask().IsCompleted.ShouldBeFalse();
    }
}

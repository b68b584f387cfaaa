using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Tests.Forwarding.Bodies;

public sealed class BodyBudgetTests
{
    private readonly BodyBudget _budget = new(100);

    [Fact]
    public async Task Reserve_WhenUsedUp_WaitsInLine()
    {
        var first = await _budget.ReserveAsync(80, CancellationToken.None);
        var second = _budget.ReserveAsync(50, CancellationToken.None);
        var third = _budget.ReserveAsync(10, CancellationToken.None); // would fit, but is not let past
        second.IsCompleted.ShouldBeFalse();
        third.IsCompleted.ShouldBeFalse();
        _budget.WaitingCount.ShouldBe(2);
        first.Dispose();
        (await second).Bytes.ShouldBe(50);
        (await third).Bytes.ShouldBe(10);
        _budget.UsedBytes.ShouldBe(60);
        _budget.WaitedTotal.ShouldBe(2);
        _budget.WaitingCount.ShouldBe(0);
    }

    [Fact]
    public async Task Reserve_MoreThanTheWholeBudget_IsAdmittedAlone()
    {
        var small = await _budget.ReserveAsync(1, CancellationToken.None);
        var huge = _budget.ReserveAsync(1000, CancellationToken.None);
        huge.IsCompleted.ShouldBeFalse();
        small.Dispose();
        (await huge).Dispose();
        _budget.UsedBytes.ShouldBe(0);
    }

    [Fact]
    public async Task Reserve_CancelledWhileWaiting_LetsTheNextOneIn()
    {
        using var leaving = new CancellationTokenSource();
        var first = await _budget.ReserveAsync(60, CancellationToken.None);
        var second = _budget.ReserveAsync(90, leaving.Token).AsTask();
        var third = _budget.ReserveAsync(30, CancellationToken.None);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        (await third).Dispose();
        first.Dispose();
        _budget.UsedBytes.ShouldBe(0);
    }

    [Fact]
    public async Task Grow_OverTheBudget_NeverWaitsAndIsGivenBackWhole()
    {
        var first = await _budget.ReserveAsync(60, CancellationToken.None);
        first.Grow(500);
        _budget.UsedBytes.ShouldBe(560);
        first.Dispose();
        first.Dispose();
        _budget.UsedBytes.ShouldBe(0);
    }
}

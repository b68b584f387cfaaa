using LumenArgus.Forwarding.Upstream;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Tests.Forwarding.Upstream;

public sealed class UpstreamSlotsTests
{
    private readonly List<string> _warnings = [];

    [Fact]
    public async Task Enter_AllTaken_WaitsIsLoggedOnceAndCounted()
    {
        using var slots = new UpstreamSlots(1, new ListLogger(_warnings));
        var first = await slots.EnterAsync(CancellationToken.None);
        _warnings.ShouldBeEmpty();
        var second = slots.EnterAsync(CancellationToken.None);
        second.IsCompleted.ShouldBeFalse();
        slots.WaitingCount.ShouldBe(1);
        first.Dispose();
        first.Dispose(); // gives back once only
        using var taken = await second;
        slots.InUse.ShouldBe(1);
        slots.WaitingCount.ShouldBe(0);
        slots.WaitedTotal.ShouldBe(1);
        _warnings.ShouldHaveSingleItem().ShouldContain("max_connections");
    }

    [Fact]
    public async Task Enter_ClientLeavesWhileWaiting_TakesNoSlot()
    {
        using var slots = new UpstreamSlots(1, new ListLogger(_warnings));
        using var leaving = new CancellationTokenSource();
        var first = await slots.EnterAsync(CancellationToken.None);
        var second = slots.EnterAsync(leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        first.Dispose();
        slots.InUse.ShouldBe(0);
        slots.WaitingCount.ShouldBe(0);
    }

    private sealed class ListLogger(List<string> messages) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            messages.Add(formatter(state, exception));
    }
}

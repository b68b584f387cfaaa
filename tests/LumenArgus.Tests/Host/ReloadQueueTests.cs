using LumenArgus.Host.Reloading;
using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Tests.Host;

public sealed class ReloadQueueTests
{
    [Fact]
    public async Task Request_WhileOneRuns_SharesOneFurtherRun()
    {
        var first = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var runs = 0;
        var running = 0;
        await using var queue = new ReloadQueue(async _ =>
        {
            Interlocked.Increment(ref running).ShouldBe(1);
            var number = Interlocked.Increment(ref runs);
            begun.TrySetResult();
            if (number == 1)
            {
                await first.Task;
            }

            Interlocked.Decrement(ref running);
            return Report(number);
        });

        var one = queue.RequestAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Task<ReloadReport>[] others = [.. Enumerable.Range(0, 20).Select(_ => queue.RequestAsync())];
        first.SetResult();

        (await one).Generation.ShouldBe(1);
        (await Task.WhenAll(others)).ShouldAllBe(static report => report.Generation == 2);
        (await queue.RequestAsync()).Generation.ShouldBe(3);
    }

    [Fact]
    public async Task Dispose_WhileOneRuns_EndsItAndWaits()
    {
        var begun = new TaskCompletionSource();
        var queue = new ReloadQueue(async stopping =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stopping).ContinueWith(static _ => { }, TaskScheduler.Default);
            return Report(1);
        });
        var running = queue.RequestAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await queue.DisposeAsync();

        running.IsCompletedSuccessfully.ShouldBeTrue();
    }

    private static ReloadReport Report(long generation) => new() { Ok = true, Generation = generation, At = default };
}

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
        await using var queue = new ReloadQueue(async (_, _) =>
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
    public async Task Request_OfRulesWhileAllIsAsked_IsPartOfIt()
    {
        var first = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var scopes = new List<ReloadScope>();
        await using var queue = new ReloadQueue(async (request, _) =>
        {
            scopes.Add(request.Scope);
            begun.TrySetResult();
            await first.Task;
            return Report(scopes.Count);
        });

        var one = queue.RequestAsync(ReloadScope.Rules);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var all = queue.RequestAsync();
        var rules = queue.RequestAsync(ReloadScope.Rules);
        first.SetResult();
        await Task.WhenAll(one, all, rules);
        await queue.RequestAsync(ReloadScope.Rules);

        scopes.ShouldBe([ReloadScope.Rules, ReloadScope.All, ReloadScope.Rules]);
    }

    [Fact]
    public async Task Dispose_WhileOneRuns_EndsItAndWaits()
    {
        var begun = new TaskCompletionSource();
        var queue = new ReloadQueue(async (_, stopping) =>
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

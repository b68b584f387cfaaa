using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing;
using LumenArgus.Testing.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.PluginRuntime.Lanes;

public sealed class ScanLanesTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly ManualTimeProvider _clock = new();
    private readonly PluginFaults _plugin;
    private readonly ScanLanes _lanes;
    private readonly ManualResetEventSlim _release = new();

    public ScanLanesTests()
    {
        _plugin = new PluginFaults("test.plugin", new QuarantineOptions(), _clock);
        _lanes = new ScanLanes(new ScanLanesOptions { Threads = 1, QueueCapacity = 2 }, _clock, NullLogger.Instance);
    }

    public void Dispose()
    {
        _release.Set();
        _lanes.Dispose();
    }

    [Fact]
    public async Task RunAsync_Job_RunsOnALaneThread()
    {
        ScanLane? seen = null;
        var name = "";

        var outcome = await RunAsync(lane =>
        {
            seen = ScanLane.Current;
            name = Thread.CurrentThread.Name;
            lane.ShouldBeSameAs(seen);
        });

        outcome.ShouldBe(LaneOutcome.Completed);
        seen.ShouldNotBeNull();
        name.ShouldBe("scan lane");
        ScanLane.Current.ShouldBeNull();
    }

    [Fact]
    public async Task RunAsync_ManyJobsOnOneLane_RunInOrderOfArrival()
    {
        using var lanes = new ScanLanes(new ScanLanesOptions { Threads = 1, QueueCapacity = 32 }, _clock, NullLogger.Instance);

        var order = await RunBehindAGateAsync(lanes);

        order.ShouldBe(Enumerable.Range(0, 20));
        lanes.WaitedTotal.ShouldBe(0);
    }

    [Fact]
    public async Task RunAsync_MoreJobsThanTheQueueHolds_WaitAndRun()
    {
        // The order among those that wait for a place is that of the threads that wake them.
        var order = await RunBehindAGateAsync(_lanes);

        order.ShouldBe(Enumerable.Range(0, 20), ignoreOrder: true);
        _lanes.WaitedTotal.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task RunAsync_HostCodeThrows_CallerGetsItAndTheLaneGoesOn()
    {
        await Should.ThrowAsync<InvalidDataException>(() => RunAsync(_ => throw new InvalidDataException()));
        await Should.ThrowAsync<InvalidDataException>(() => RunAsync(lane =>
        {
            lane.EnterPlugin(_plugin, 0, "detect");
            throw new InvalidDataException();
        }));

        (await RunAsync(_ => { })).Status.ShouldBe(LaneStatus.Completed);
    }

    [Fact]
    public async Task RunAsync_CancelledInTheQueue_DoesNotRun()
    {
        using var gate = new ManualResetEventSlim();
        using var caller = new CancellationTokenSource();
        var ran = false;
        var first = RunAsync(_ => gate.Wait());
        var second = _lanes.RunAsync(new FunctionJob(_ => ran = true), caller.Token).AsTask();

        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        gate.Set();
        await first;
        await RunAsync(_ => { });

        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_PluginCallBeyondItsBudget_ExpiresAndTheLaneIsReplaced()
    {
        var (job, entered) = StuckJob(bodyBytes: 0);
        var stuck = _lanes.RunAsync(job, CancellationToken.None).AsTask();
        var next = RunAsync(_ => { });
        await entered;

        _clock.Advance(TimeSpan.FromMilliseconds(50)); // first look after one tick, so 10 ms are not counted
        stuck.IsCompleted.ShouldBeFalse();
        _clock.Advance(Tick * 2);

        (await stuck).ShouldBe(new LaneOutcome(LaneStatus.Expired, "test.plugin", "detect"));
        (await next).ShouldBe(LaneOutcome.Completed);
        _lanes.AbandonedTotal.ShouldBe(1);
        _plugin.Counts.TimedOut.ShouldBe(1);
        _plugin.Abandoned.ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_LargeBody_HasALargerBudget()
    {
        var (job, entered) = StuckJob(bodyBytes: 10 * 1024 * 1024);
        var stuck = _lanes.RunAsync(job, CancellationToken.None).AsTask();
        await entered;

        _clock.Advance(TimeSpan.FromMilliseconds(250));
        stuck.IsCompleted.ShouldBeFalse();
        _clock.Advance(Tick * 2);

        (await stuck).Status.ShouldBe(LaneStatus.Expired);
    }

    [Fact]
    public async Task RunAsync_HostCodeOfAJob_HasNoBudget()
    {
        using var gate = new ManualResetEventSlim();
        var entered = new TaskCompletionSource();
        var job = RunAsync(lane =>
        {
            lane.EnterPlugin(_plugin, 0, "detect");
            lane.LeavePlugin();
            entered.SetResult();
            gate.Wait();
        });
        await entered.Task;

        _clock.Advance(TimeSpan.FromHours(1));
        job.IsCompleted.ShouldBeFalse();
        gate.Set();

        (await job).Status.ShouldBe(LaneStatus.Completed);
    }

    [Fact]
    public async Task RunAsync_ManyShortCalls_AreNotAddedUp()
    {
        var (call, proceed) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        var job = RunAsync(lane =>
        {
            for (var i = 0; i < 10; i++)
            {
                lane.EnterPlugin(_plugin, 0, "detect");
                call.Release();
                proceed.Wait();
                lane.LeavePlugin();
            }
        });
        for (var i = 0; i < 10; i++)
        {
            await call.WaitAsync();
            _clock.Advance(TimeSpan.FromMilliseconds(40));
            proceed.Release();
        }

        (await job).Status.ShouldBe(LaneStatus.Completed);
    }

    [Fact]
    public async Task LeavePlugin_AfterTheCallWasGivenUp_EndsTheJob()
    {
        var after = false;
        var ended = new TaskCompletionSource<Type>();
        var entered = new TaskCompletionSource();
        var stuck = RunAsync(lane =>
        {
            lane.EnterPlugin(_plugin, 0, "detect");
            entered.SetResult();
            _release.Wait();
            try
            {
                lane.LeavePlugin();
                after = true;
            }
            catch (Exception exception)
            {
                ended.SetResult(exception.GetType());
                throw;
            }
        });
        await entered.Task;
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        (await stuck).Status.ShouldBe(LaneStatus.Expired);

        _release.Set();

        (await ended.Task).ShouldBe(typeof(LaneAbandonedException));
        after.ShouldBeFalse();
        (await RunAsync(_ => { })).Status.ShouldBe(LaneStatus.Completed);
    }

    [Fact]
    public async Task Watching_NoPluginCode_NoTimerTicks()
    {
        await RunAsync(_ => { });
        _clock.ArmedTimers.ShouldBe(0);

        await RunAsync(lane =>
        {
            lane.EnterPlugin(_plugin, 0, "detect");
            lane.LeavePlugin();
        });
        _clock.ArmedTimers.ShouldBe(1);
        _clock.Advance(Tick * 3);

        _clock.ArmedTimers.ShouldBe(0);
    }

    [Fact]
    public async Task Dispose_QueuedJobs_AreCancelled()
    {
        var (job, entered) = StuckJob(bodyBytes: 0);
        _ = _lanes.RunAsync(job, CancellationToken.None).AsTask();
        await entered;
        var queued = RunAsync(_ => { });

        _lanes.Dispose();

        await Should.ThrowAsync<OperationCanceledException>(() => queued);
        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(_ => { }));
    }

    [Fact]
    public async Task RunAsync_SpinningPlugin_DelaysOthersByItsBudgetOnly()
    {
        // Real time and the thread's own processor time; one lane, so that the others do wait behind the spinning call.
        await using var bench = new PluginBench();
        bench.Extensions.With(TestPlugins.Spinning, TestPlugins.Finder);
        var set = await bench.LoadAsync();
        var (spinning, finder) = (set.Active.Single(handle => handle.Id == "test.spinning"), set.Active.Single(handle => handle.Id == "test.finder"));
        using var lanes = new ScanLanes(new ScanLanesOptions { Threads = 1 }, TimeProvider.System, NullLogger.Instance);

        var stuck = lanes.RunAsync(new DetectJob(spinning, "spin now"), CancellationToken.None).AsTask();
        var others = Enumerable.Range(0, 50).Select(_ => new DetectJob(finder, "needle")).ToList();
        var running = others.Select(job => lanes.RunAsync(job, CancellationToken.None).AsTask()).ToList();

        (await stuck).ShouldBe(new LaneOutcome(LaneStatus.Expired, "test.spinning", "detect"));
        (await Task.WhenAll(running)).ShouldAllBe(outcome => outcome.Status == LaneStatus.Completed);
        others.ShouldAllBe(job => job.Sink.Reports == 1);
        spinning.State.ShouldBe(PluginState.Degraded);

        // Stopping the plugin ends the loop: the thread comes back and says so.
        await spinning.RetireAsync(TimeSpan.Zero, CancellationToken.None);
        SpinWait.SpinUntil(() => lanes.AbandonedRunning == 0, TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_SecondSpinningCall_QuarantinesThePlugin()
    {
        await using var bench = new PluginBench();
        bench.Extensions.Add(TestPlugins.Spinning);
        var set = await bench.LoadAsync();
        var spinning = set.Active.ShouldHaveSingleItem();
        using var lanes = new ScanLanes(new ScanLanesOptions { Threads = 1 }, TimeProvider.System, NullLogger.Instance);

        for (var i = 0; i < 2; i++)
        {
            (await lanes.RunAsync(new DetectJob(spinning, "spin now") { FaultKey = "same" }, CancellationToken.None)).Status.ShouldBe(LaneStatus.Expired);
        }

        var third = new DetectJob(spinning, "spin now");
        (await lanes.RunAsync(third, CancellationToken.None)).Status.ShouldBe(LaneStatus.Completed);
        third.Status.ShouldBe(PluginCallStatus.NotCalled);
        set.GetInactiveDetectors().ShouldHaveSingleItem().Reason.ShouldContain("2 calls never returned");
    }

    [Fact]
    public void SchedulerClock_OnLinux_CountsProcessorTimeOnly()
    {
        if (!OperatingSystem.IsLinux() || SchedulerLaneClock.TryCreate(TimeProvider.System) is not { } clock)
        {
            return;
        }

        var before = clock.Read().Processor;
        var end = Environment.TickCount64 + 100;
        while (Environment.TickCount64 < end)
        {
        }

        var worked = clock.Read().Processor;
        using var never = new ManualResetEventSlim();
        never.Wait(100);

        worked.ShouldBeGreaterThan(before);
        (clock.Read().Processor - worked).ShouldBeLessThan(TimeSpan.FromMilliseconds(50));
        clock.Close();
    }

    private static async Task<List<int>> RunBehindAGateAsync(ScanLanes lanes)
    {
        var order = new List<int>();
        using var gate = new ManualResetEventSlim();
        var jobs = new List<Task> { lanes.RunAsync(new FunctionJob(_ => gate.Wait()), CancellationToken.None).AsTask() };
        for (var i = 0; i < 20; i++)
        {
            var number = i;
            jobs.Add(lanes.RunAsync(new FunctionJob(_ => order.Add(number)), CancellationToken.None).AsTask());
        }

        gate.Set();
        await Task.WhenAll(jobs);
        return order;
    }

    private Task<LaneOutcome> RunAsync(Action<ScanLane> run) => _lanes.RunAsync(new FunctionJob(run), CancellationToken.None).AsTask();

    private (LaneJob Job, Task Entered) StuckJob(int bodyBytes)
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var job = new FunctionJob(lane =>
        {
            lane.EnterPlugin(_plugin, bodyBytes, "detect");
            entered.SetResult();
            _release.Wait();
            lane.LeavePlugin();
        });
        return (job, entered.Task);
    }
}

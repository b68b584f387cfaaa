using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing;
using LumenArgus.Testing.Plugins;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Tests.PluginRuntime.Invocation;

public sealed class PluginInvokerTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly LogLines _log = new();
    private readonly PluginBench _bench;
    private readonly PluginInvoker _invoker;

    public PluginInvokerTests()
    {
        _bench = new PluginBench { Quarantine = new QuarantineOptions { FaultLimit = 2 } };
        _invoker = new PluginInvoker(_clock, _log);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Detect_CleanPlugin_ReportsToTheSink()
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        var handle = await _bench.LoadActiveAsync();
        var sink = new CountingSink();

        Detect(handle, "needle and needle", sink).ShouldBe(PluginCallStatus.Ok);

        sink.Reports.ShouldBe(2);
        handle.Faults.Counts.Ok.ShouldBe(1);
    }

    [Fact]
    public async Task Detect_ThrowingPlugin_IsQuarantinedAndNamedInactive()
    {
        _bench.Extensions.Add(TestPlugins.Throwing);
        var set = await _bench.LoadAsync();
        var handle = set.Active.ShouldHaveSingleItem();

        Detect(handle, "one", faultKey: "a").ShouldBe(PluginCallStatus.Faulted);
        handle.State.ShouldBe(PluginState.Degraded);
        set.GetInactiveDetectors().ShouldBeEmpty();
        Detect(handle, "two", faultKey: "b").ShouldBe(PluginCallStatus.Faulted);
        Detect(handle, "three", faultKey: "c").ShouldBe(PluginCallStatus.NotCalled);

        handle.State.ShouldBe(PluginState.Quarantined);
        set.GetInactiveDetectors().ShouldHaveSingleItem().Detector.ShouldBe("throwing");
        handle.Faults.Counts.ShouldBe(new PluginCallCounts(0, 2, 0, 1, 0));
    }

    [Fact]
    public async Task Invoke_PluginThatWasStopped_IsNotCalledByWhoStillHoldsIt()
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        var handle = await _bench.LoadActiveAsync();
        handle.AddReference();
        var retirement = await handle.RetireAsync(TimeSpan.Zero, CancellationToken.None);
        var called = false;

        var status = _invoker.Invoke(new PluginCall(handle, "detect"), 0, _ => called = true);
        var waited = await _invoker.InvokeAsync(new PluginCall(handle, "response_scan"), _ => ValueTask.FromResult(called = true), TimeSpan.FromSeconds(1), CancellationToken.None);

        retirement.Drained.ShouldBeFalse();
        (status, waited.Status, called).ShouldBe((PluginCallStatus.NotCalled, PluginCallStatus.NotCalled, false));
    }

    [Fact]
    public async Task Detect_ExceptionThatQuotesTheText_LeavesNoTrace()
    {
        _bench.Extensions.Add(TestPlugins.Throwing);
        var handle = await _bench.LoadActiveAsync();

        Detect(handle, "canary-4711");

        var fault = handle.Faults.Last.ShouldNotBeNull();
        fault.TypeName.ShouldBe("System.InvalidOperationException");
        fault.StackText.ShouldContain("ThrowsInDetectPlugin.Detect");
        fault.ToString().ShouldNotContain("canary-4711");
        _log.All.ShouldNotContain("canary-4711");
        _log.All.ShouldContain("ThrowsInDetectPlugin.Detect");
        handle.GetStatus().ToString().ShouldNotContain("canary-4711");
    }

    [Fact]
    public async Task ReadRulesAsync_UndeclaredDetector_IsDroppedWithAReason()
    {
        _bench.Extensions.Add(TestPlugins.Rules);
        var handle = await _bench.LoadActiveAsync();

        var rules = await _invoker.ReadRulesAsync(handle, TimeSpan.FromSeconds(10), CancellationToken.None);

        rules.Rules.ShouldHaveSingleItem().Name.ShouldBe("test_even_number");
        rules.Problems.ShouldHaveSingleItem().ShouldContain("rule stray reports as 'not_declared'");
    }

    [Fact]
    public async Task Validator_ThatThrows_CountsAsValidAndIsRecorded()
    {
        _bench.Extensions.Add(TestPlugins.Rules);
        var handle = await _bench.LoadActiveAsync();
        var validator = handle.Contributions.RuleValidators.ShouldHaveSingleItem();

        validator.IsValid("test_1235").ShouldBeFalse();
        validator.IsValid("test_9999").ShouldBeTrue();

        handle.Faults.Counts.Faulted.ShouldBe(1);
        handle.State.ShouldBe(PluginState.Degraded);
    }

    [Fact]
    public async Task InvokeAsync_BudgetSpent_TimesOutAndTellsThePlugin()
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        var handle = await _bench.LoadActiveAsync();
        var started = new TaskCompletionSource();
        var told = new TaskCompletionSource();
        var end = new TaskCompletionSource();

        var running = _invoker.InvokeAsync(
            new PluginCall(handle, "detect_async"),
            async token =>
            {
                await using var registration = token.Register(told.SetResult);
                started.SetResult();
                await end.Task;
                return 1;
            },
            TimeSpan.FromSeconds(1),
            CancellationToken.None);
        await started.Task;
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await running).Status.ShouldBe(PluginCallStatus.TimedOut);
        await told.Task;
        end.SetResult();
    }

    [Fact]
    public async Task InvokeAsync_CallsThatIgnoreTheirBudget_AreLimitedThoughOneSessionCountsOnce()
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        var handle = await _bench.LoadActiveAsync();
        var never = new TaskCompletionSource<int>();

        for (var i = 0; i < 3; i++)
        {
            var running = _invoker.InvokeAsync(
                new PluginCall(handle, "detect_async") { FaultKey = "one session" }, _ => new ValueTask<int>(never.Task), TimeSpan.FromSeconds(1), CancellationToken.None);
            _clock.Advance(TimeSpan.FromSeconds(1));
            (await running).Status.ShouldBe(PluginCallStatus.TimedOut);
        }

        handle.State.ShouldBe(PluginState.Quarantined);
        handle.Faults.Abandoned.ShouldBe(3);
        never.SetResult(1);

        // The calls end on threads of their own; nothing else tells of it.
        SpinWait.SpinUntil(() => handle.Faults.Abandoned == 0, TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Fact]
    public async Task InvokeAsync_CallerLeaves_SaysNothingAboutThePlugin()
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        var handle = await _bench.LoadActiveAsync();
        using var caller = new CancellationTokenSource();
        var never = new TaskCompletionSource<int>();

        var running = _invoker.InvokeAsync(new PluginCall(handle, "detect_async"), _ => new ValueTask<int>(never.Task), TimeSpan.FromSeconds(1), caller.Token);
        await caller.CancelAsync();

        (await running).Status.ShouldBe(PluginCallStatus.Cancelled);
        handle.State.ShouldBe(PluginState.Active);
    }

    private PluginCallStatus Detect(PluginHandle handle, string text, CountingSink? sink = null, string? faultKey = null) =>
        _invoker.Detect(
            new PluginCall(handle, "detect") { FaultKey = faultKey },
            handle.Contributions.Detectors[0].Detector,
            new TextDocument(text).Batch(),
            sink ?? new CountingSink());

    private sealed class LogLines : ILogger
    {
        private readonly List<string> _lines = [];

        public string All => string.Join('\n', _lines);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Add($"{formatter(state, exception)} {exception}");
    }
}

using LumenArgus.Inspection.Health;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage;
using LumenArgus.Storage.Audit;
using LumenArgus.Storage.Overrides;
using LumenArgus.Tests.Storage.Database;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.Inspection.Modes;

public sealed class ModeSwitchTests : IAsyncLifetime, IDisposable
{
    private readonly Storage.TempFolder _folder = new();
    private readonly Records _records = new();
    private StoreFixture _store = null!;
    private AuditLog _audit = null!;

    public async Task InitializeAsync()
    {
        _store = await StoreFixture.StartAsync();
        _audit = new AuditLog(_folder.Root, _store.Clock);
    }

    public async Task DisposeAsync()
    {
        await _audit.DisposeAsync();
        await _store.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Set_PassthroughForAWhile_EndsByItselfAndSoDoesWhatIsKept()
    {
        using var mode = Create();
        var changes = new List<ModeState>();
        var ended = new TaskCompletionSource();
        mode.Changed += state =>
        {
            changes.Add(state);
            if (state.Mode == ProxyMode.Active)
            {
                ended.SetResult();
            }
        };

        var state = await mode.SetAsync(ProxyMode.Passthrough, TimeSpan.FromMinutes(30), StoreFixture.Token);

        state.ShouldBe(new ModeState(ProxyMode.Passthrough, _store.Clock.GetUtcNow().AddMinutes(30)));
        mode.IsPassthrough.ShouldBeTrue();
        _store.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        mode.IsPassthrough.ShouldBeTrue();
        _store.Clock.Advance(TimeSpan.FromTicks(1));
        mode.IsPassthrough.ShouldBeFalse();
        mode.Current.ShouldBe(ModeState.Active);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
        changes.ShouldBe([state, ModeState.Active]);
        using var next = Create();
        await next.RestoreAsync(StoreFixture.Token);
        next.IsPassthrough.ShouldBeFalse();
    }

    [Fact]
    public async Task Set_PassthroughForAPartOfAMillisecondMore_EndsByItselfThoughTimersCountWholeOnes()
    {
        using var mode = Create(clock: new WholeMilliseconds(_store.Clock));
        var ended = new TaskCompletionSource();
        mode.Changed += state => _ = state.Mode == ProxyMode.Active && ended.TrySetResult();

        await mode.SetAsync(ProxyMode.Passthrough, TimeSpan.FromMinutes(30) + TimeSpan.FromTicks(5), StoreFixture.Token);

        _store.Clock.Advance(TimeSpan.FromMinutes(30));
        mode.IsPassthrough.ShouldBeTrue();
        _store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Restore_PassthroughOfAnotherProcess_GoesOnUntilItsEnd()
    {
        using (var first = Create())
        {
            await first.SetAsync(ProxyMode.Passthrough, TimeSpan.FromHours(1), StoreFixture.Token);
        }

        _store.Clock.Advance(TimeSpan.FromMinutes(59));
        using var second = Create();
        await second.RestoreAsync(StoreFixture.Token);
        second.IsPassthrough.ShouldBeTrue();
        _store.Clock.Advance(TimeSpan.FromMinutes(2));
        second.IsPassthrough.ShouldBeFalse();

        using var third = Create();
        await third.RestoreAsync(StoreFixture.Token);
        third.Current.ShouldBe(ModeState.Active);
    }

    [Fact]
    public async Task Set_PassthroughAgainWithoutAnEnd_HasNone()
    {
        using var mode = Create();
        await mode.SetAsync(ProxyMode.Passthrough, TimeSpan.FromSeconds(1), StoreFixture.Token);
        await mode.SetAsync(ProxyMode.Passthrough, duration: null, StoreFixture.Token);

        _store.Clock.Advance(TimeSpan.FromDays(1));

        mode.IsPassthrough.ShouldBeTrue();
        using var next = Create();
        await next.RestoreAsync(StoreFixture.Token);
        next.Current.ShouldBe(new ModeState(ProxyMode.Passthrough));
        _records.Findings.ShouldBe(["mode_changed"], "it was passthrough already");
    }

    [Fact]
    public async Task Set_NoDatabase_IsInUseAndSaysThatItIsNotKept()
    {
        using var mode = Create(withStore: false);

        var state = await mode.SetAsync(ProxyMode.Passthrough, duration: null, StoreFixture.Token);

        mode.IsPassthrough.ShouldBeTrue();
        state.Problem.ShouldNotBeNull().ShouldContain("restart");
    }

    private ModeSwitch Create(bool withStore = true, TimeProvider? clock = null) => new(
        new ExchangeRecorder(new AuditTrail(_audit), new StoreStatus(), [_records]),
        new HealthReasons(),
        clock ?? _store.Clock,
        NullLogger<ModeSwitch>.Instance,
        withStore ? _store.Get<IConfigOverrideStore>() : null);

    private sealed class Records : IExchangeSink
    {
        public List<string> Findings { get; } = [];

        public ValueTask DecidedAsync(ExchangeRecord record)
        {
            Findings.AddRange(record.Scan.Findings.Select(static finding => finding.Type));
            return ValueTask.CompletedTask;
        }

        public void Completed(ExchangeRecord record)
        {
        }
    }
}

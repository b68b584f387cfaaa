using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing;

namespace LumenArgus.Tests.PluginRuntime.Invocation;

public class PluginFaultsTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly PluginFaults _faults;

    public PluginFaultsTests() => _faults = new PluginFaults("test.plugin", new QuarantineOptions { FaultLimit = 3 }, _clock);

    [Fact]
    public void Record_FewFaults_Degrades()
    {
        Fault("a").ShouldBeFalse();

        _faults.GetState().State.ShouldBe(PluginState.Degraded);
        _faults.TryEnter().ShouldBeTrue();
    }

    [Fact]
    public void GetState_FaultsOutOfTheWindow_IsActiveAgain()
    {
        Fault("a");
        _clock.Advance(TimeSpan.FromMinutes(6));

        _faults.GetState().State.ShouldBe(PluginState.Active);
    }

    [Fact]
    public void Record_FaultsOfOneSession_CountOnce()
    {
        for (var i = 0; i < 100; i++)
        {
            Fault("one session").ShouldBeFalse();
        }

        _faults.GetState().State.ShouldBe(PluginState.Degraded);
        _faults.Counts.Faulted.ShouldBe(100);
    }

    [Fact]
    public void Record_FaultsOfDifferentSessions_Quarantine()
    {
        Fault("a");
        Fault("b");
        Fault("c").ShouldBeTrue();

        var (state, reason) = _faults.GetState();
        state.ShouldBe(PluginState.Quarantined);
        reason.ShouldBe("too many faults, last: System.Exception in detect; tried again in 30 s");
        _faults.TryEnter().ShouldBeFalse();
        _faults.Counts.NotCalled.ShouldBe(1);
    }

    [Fact]
    public void TryEnter_WaitOver_LetsOneCallThrough()
    {
        Quarantine();
        _clock.Advance(TimeSpan.FromSeconds(30));

        _faults.TryEnter().ShouldBeTrue();
        _faults.TryEnter().ShouldBeFalse();
        _faults.RecordOk();

        _faults.GetState().State.ShouldBe(PluginState.Active);
        _faults.TryEnter().ShouldBeTrue();
    }

    [Fact]
    public void TryEnter_EachFailedTrial_DoublesTheWait()
    {
        Quarantine();
        var wait = TimeSpan.FromSeconds(30);
        for (var i = 0; i < 10; i++)
        {
            _clock.Advance(wait - TimeSpan.FromSeconds(1));
            _faults.TryEnter().ShouldBeFalse();
            _clock.Advance(TimeSpan.FromSeconds(1));
            _faults.TryEnter().ShouldBeTrue();
            Fault("x").ShouldBeTrue();
            wait = wait * 2 > TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : wait * 2;
        }
    }

    [Fact]
    public void Record_QuarantinedAgainAfterALongHealthyTime_StartsWithTheShortWait()
    {
        Quarantine();
        _clock.Advance(TimeSpan.FromSeconds(30));
        _faults.TryEnter();
        _faults.RecordOk();
        _clock.Advance(TimeSpan.FromHours(1));

        Quarantine();

        _faults.GetState().Reason.ShouldEndWith("tried again in 30 s");
    }

    [Fact]
    public void RecordCancelled_DuringTrial_LeavesTheTrialToTheNextCall()
    {
        Quarantine();
        _clock.Advance(TimeSpan.FromSeconds(30));
        _faults.TryEnter().ShouldBeTrue();
        _faults.RecordCancelled();

        _faults.TryEnter().ShouldBeTrue();
    }

    [Fact]
    public void Record_CallsThatNeverReturn_QuarantineWhateverTheirSession()
    {
        _faults.CallAbandoned();
        Fault("same").ShouldBeFalse();
        _faults.CallAbandoned();
        Fault("same").ShouldBeTrue();
        _clock.Advance(TimeSpan.FromDays(1));
        _faults.TryEnter().ShouldBeFalse();

        _faults.AbandonedCallReturned();

        _faults.TryEnter().ShouldBeTrue();
    }

    private void Quarantine()
    {
        Fault("a");
        Fault("b");
        Fault("c").ShouldBeTrue();
    }

    private bool Fault(string? key) => _faults.Record(_faults.Copy(new Exception("text of a request"), "detect"), PluginCallStatus.Faulted, key);
}

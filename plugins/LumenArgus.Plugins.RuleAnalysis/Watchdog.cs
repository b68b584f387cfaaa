namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Ends a comparison that takes too long, as a whole or in one phase, or whose plugin stops.</summary>
internal sealed class Watchdog : IDisposable
{
    private readonly CancellationTokenSource _total;
    private readonly CancellationTokenSource _phase;
    private readonly CancellationTokenSource _all;
    private readonly TimeSpan _phaseTime;

    public Watchdog(AnalysisOptions options, TimeProvider clock, CancellationToken stopping)
    {
        _phaseTime = OrNever(options.Phase);
        _total = new CancellationTokenSource(OrNever(options.Total), clock);
        _phase = new CancellationTokenSource(_phaseTime, clock);
        _all = CancellationTokenSource.CreateLinkedTokenSource(_total.Token, _phase.Token, stopping);
    }

    /// <summary>Cancelled when it is enough.</summary>
    public CancellationToken Token => _all.Token;

    /// <summary>The time of a phase begins anew.</summary>
    public void BeginPhase() => _phase.CancelAfter(_phaseTime);

    public void Dispose()
    {
        _all.Dispose();
        _phase.Dispose();
        _total.Dispose();
    }

    private static TimeSpan OrNever(TimeSpan time) => time == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : time;
}

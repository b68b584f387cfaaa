namespace LumenArgus.Forwarding.Upstream;

/// <summary>
/// Cancels <see cref="Token"/> when the upstream has been silent for too long, or when the caller's token is cancelled, and knows which of
/// both it was. It runs only while something is expected of the upstream: a slow client never trips it.
/// </summary>
internal sealed class IdleTimer : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _registration;
    private readonly ITimer _timer;
    private volatile bool _armed;
    private volatile bool _expired;

    public IdleTimer(TimeProvider clock, CancellationToken callerToken)
    {
        CallerToken = callerToken;
        _timer = clock.CreateTimer(static state => ((IdleTimer)state!).OnFired(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _registration = callerToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    public CancellationToken CallerToken { get; }

    public CancellationToken Token => _source.Token;

    /// <summary>True if the silence, not the caller, cancelled the token.</summary>
    public bool Expired => _expired;

    /// <summary>Starts or restarts the wait.</summary>
    public void Arm(TimeSpan timeout)
    {
        _armed = true;
        _timer.Change(timeout, Timeout.InfiniteTimeSpan);
    }

    public void Pause()
    {
        _armed = false;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _armed = false;
        _timer.Dispose();
        _registration.Dispose();
        _source.Dispose();
    }

    private void OnFired()
    {
        if (!_armed || CallerToken.IsCancellationRequested)
        {
            return;
        }

        _expired = true;
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The exchange ended in the same instant.
        }
    }
}

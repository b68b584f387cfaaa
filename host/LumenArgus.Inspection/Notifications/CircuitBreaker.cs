namespace LumenArgus.Inspection.Notifications;

/// <summary>Leaves a receiver alone that has failed again and again: behind each pause one attempt shows whether it is back.</summary>
internal sealed class CircuitBreaker(ReceiverOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _openUntil;

    /// <summary>Whether the next message is the attempt that decides.</summary>
    public bool IsOnTrial
    {
        get
        {
            lock (_lock)
            {
                return _failures >= options.FailureLimit;
            }
        }
    }

    /// <summary>The end of the pause; null where there is none now.</summary>
    public DateTimeOffset? OpenUntil
    {
        get
        {
            lock (_lock)
            {
                return _failures >= options.FailureLimit && _openUntil > clock.GetUtcNow() ? _openUntil : null;
            }
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            _failures = 0;
        }
    }

    public void Failed()
    {
        lock (_lock)
        {
            _failures++;
            if (_failures >= options.FailureLimit)
            {
                _openUntil = clock.GetUtcNow() + ReceiverOptions.BackOff(options.FirstPause, options.MaxPause, _failures - options.FailureLimit + 1);
            }
        }
    }
}

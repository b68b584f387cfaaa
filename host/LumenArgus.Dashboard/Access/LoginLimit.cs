using System.Net;

namespace LumenArgus.Dashboard.Access;

/// <summary>
/// How often somebody may be wrong: five times a minute from an address, thirty times from all together, so that many addresses help nobody. Who is right is
/// not counted.
/// </summary>
internal sealed class LoginLimit(TimeProvider clock)
{
    private const int PerAddress = 5;
    private const int FromAll = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<(IPAddress Address, DateTimeOffset At)> _failures = new();

    /// <summary>How long an address has to wait; null if it may try.</summary>
    public TimeSpan? WaitOf(IPAddress address)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            Expire(now);
            var own = _failures.Where(failure => failure.Address.Equals(address)).ToList();
            return own.Count >= PerAddress ? own[0].At + Window - now
                : _failures.Count >= FromAll ? _failures.Peek().At + Window - now
                : null;
        }
    }

    /// <summary>Notes that an address was wrong.</summary>
    public void Failed(IPAddress address)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            Expire(now);
            _failures.Enqueue((address, now));
        }
    }

    private void Expire(DateTimeOffset now)
    {
        while (_failures.TryPeek(out var oldest) && oldest.At + Window <= now)
        {
            _failures.Dequeue();
        }
    }
}

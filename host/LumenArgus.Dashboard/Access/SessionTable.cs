using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Dashboard.Access;

/// <summary>Who has logged in. A session ends eight hours after it began; what is kept is a hash of its cookie.</summary>
internal sealed class SessionTable(TimeProvider clock)
{
    private const int MaxSessions = 1_000;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(8);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Caller Caller, DateTimeOffset Ends)> _byHash = new(StringComparer.Ordinal);

    /// <summary>Begins a session.</summary>
    /// <returns>The value of its cookie, and who its caller is.</returns>
    public (string Cookie, Caller Caller) Begin(DashboardRole role, string method, string? user)
    {
        var cookie = Secret();
        var caller = new Caller(role, method, user, Secret());
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var (hash, session) in _byHash)
            {
                if (session.Ends <= now)
                {
                    _byHash.Remove(hash);
                }
            }

            if (_byHash.Count >= MaxSessions)
            {
                _byHash.Remove(_byHash.MinBy(static pair => pair.Value.Ends).Key);
            }

            _byHash.Add(HashOf(cookie), (caller, now + Lifetime));
        }

        return (cookie, caller);
    }

    /// <summary>The caller with this cookie; null if it is of no session that lasts.</summary>
    public Caller? Find(string? cookie)
    {
        if (cookie is null)
        {
            return null;
        }

        lock (_lock)
        {
            return _byHash.TryGetValue(HashOf(cookie), out var session) && session.Ends > clock.GetUtcNow() ? session.Caller : null;
        }
    }

    public void End(string? cookie)
    {
        if (cookie is not null)
        {
            lock (_lock)
            {
                _byHash.Remove(HashOf(cookie));
            }
        }
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static string HashOf(string cookie) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(cookie)));
}

using System.Collections.Concurrent;
using LumenArgus.Inspection.Records;

namespace LumenArgus.Dashboard.Live;

/// <summary>When this process saw its first request, and which tools it has seen: what the first page turns green by.</summary>
internal sealed class TrafficSeen : IExchangeSink
{
    private const int MaxClients = 200;

    private readonly ConcurrentDictionary<string, byte> _clients = new(StringComparer.Ordinal);
    private long _first;

    public DateTimeOffset? FirstAt => Interlocked.Read(ref _first) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public bool HasSeen(string client) => _clients.ContainsKey(client);

    public ValueTask DecidedAsync(ExchangeRecord record)
    {
        // A change of the mode is recorded like an exchange and is none.
        if (record.RequestId > 0)
        {
            Interlocked.CompareExchange(ref _first, record.Timestamp.UtcTicks, 0);
            if (record.Session.ClientName is { Length: > 0 } client && !_clients.ContainsKey(client) && _clients.Count < MaxClients)
            {
                _clients.TryAdd(client, 0);
            }
        }

        return ValueTask.CompletedTask;
    }

    public void Completed(ExchangeRecord record)
    {
        // Everything was said with the decision.
    }
}

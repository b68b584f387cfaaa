using System.Collections.Concurrent;
using LumenArgus.Forwarding.WebSockets.Frames;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>The connections that are open.</summary>
internal sealed class WebSocketConnections(TimeProvider clock)
{
    // A connection on which nothing moves for so long is between two answers.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    // What the close frames need on their way.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, RelayedConnection> _open = [];
    private TimeSpan _patience;
    private volatile bool _isDraining;

    public int Count => _open.Count;

    public void Add(RelayedConnection connection)
    {
        _open[connection.Id] = connection;
        if (_isDraining)
        {
            _ = DrainAsync(connection, _patience);
        }
    }

    public void Remove(RelayedConnection connection) => _open.TryRemove(connection.Id, out _);

    /// <summary>Closes all with 1001, each as soon as nothing moves on it, so that an answer that is being written arrives; at the latest before the patience ends.</summary>
    public void Drain(TimeSpan patience)
    {
        _patience = patience;
        _isDraining = true;
        foreach (var connection in _open.Values)
        {
            _ = DrainAsync(connection, patience);
        }
    }

    private async Task DrainAsync(RelayedConnection connection, TimeSpan patience)
    {
        var startedAt = clock.GetTimestamp();
        while (_open.ContainsKey(connection.Id) && connection.Relay.Silence < Quiet && clock.GetElapsedTime(startedAt) + Margin < patience)
        {
            await Task.Delay(Quiet / 4, clock, CancellationToken.None);
        }

        await connection.Relay.CloseAsync(CloseCode.GoingAway, "lumen-argus is shutting down");
    }
}

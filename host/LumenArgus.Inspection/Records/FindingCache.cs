using LumenArgus.Storage.Findings;

namespace LumenArgus.Inspection.Records;

/// <summary>
/// The findings that were given to the store lately, by content and conversation. A tool sends the whole conversation with every turn: without
/// this each turn would write every finding of it again. Bounded; the one seen longest ago goes first.
/// </summary>
internal sealed class FindingCache(int capacity, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string ContentHash, string SessionId), LinkedListNode<Entry>> _byKey = [];
    private readonly LinkedList<Entry> _bySight = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byKey.Count;
            }
        }
    }

    /// <summary>Finds what became of a finding; to find it is a sight of it. What was lost is forgotten, so that it is written again.</summary>
    /// <param name="ttl">How long after the last sight it is known.</param>
    /// <returns>Its ticket, or null if it has to be written.</returns>
    public FindingTicket? Seen(string contentHash, string sessionId, TimeSpan ttl)
    {
        lock (_lock)
        {
            Expire(ttl);
            if (!_byKey.TryGetValue((contentHash, sessionId), out var node))
            {
                return null;
            }

            _bySight.Remove(node);
            if (node.Value.Ticket.State == FindingState.Lost)
            {
                _byKey.Remove(KeyOf(node.Value.Ticket));
                return null;
            }

            node.Value = node.Value with { SeenAt = clock.GetTimestamp() };
            _bySight.AddLast(node);
            return node.Value.Ticket;
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _byKey.Clear();
            _bySight.Clear();
        }
    }

    /// <summary>Remembers a finding that was given to the store.</summary>
    public void Add(FindingTicket ticket)
    {
        lock (_lock)
        {
            if (_byKey.Remove(KeyOf(ticket), out var older))
            {
                _bySight.Remove(older);
            }

            if (_byKey.Count >= capacity)
            {
                Forget(_bySight.First!);
            }

            _byKey.Add(KeyOf(ticket), _bySight.AddLast(new Entry(ticket, clock.GetTimestamp())));
        }
    }

    // The order of sight is the order of expiry.
    private void Expire(TimeSpan ttl)
    {
        while (_bySight.First is { } oldest && clock.GetElapsedTime(oldest.Value.SeenAt) >= ttl)
        {
            Forget(oldest);
        }
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        _bySight.Remove(node);
        _byKey.Remove(KeyOf(node.Value.Ticket));
    }

    private static (string ContentHash, string SessionId) KeyOf(FindingTicket ticket) => (ticket.ContentHash, ticket.SessionId);

    private readonly record struct Entry(FindingTicket Ticket, long SeenAt);
}

using LumenArgus.Storage.Database;

namespace LumenArgus.Storage.Findings;

internal sealed class SqliteFindingWriter(StoreAccess store, IFindingObserver? observer = null) : IFindingWriter
{
    private readonly Lock _lock = new();
    private Dictionary<(string ContentHash, string SessionId), Sights> _sights = [];
    private bool _waiting;

    public FindingTicket Write(FindingRow finding)
    {
        var write = new FindingWrite(finding, observer);
        if (!store.TryAdd(write))
        {
            write.Lose();
        }

        return write.Ticket;
    }

    public void SeenAgain(FindingTicket ticket, string at)
    {
        if (ticket is FindingWrite.WaitingTicket waiting && waiting.TryAddSight(at))
        {
            return;
        }

        lock (_lock)
        {
            var key = (ticket.ContentHash, ticket.SessionId);
            _sights[key] = _sights.TryGetValue(key, out var sights) ? sights.And(at) : new Sights(1, at);
            if (_waiting)
            {
                return;
            }

            _waiting = true;
        }

        // Behind the finding itself: that left the queue before this enters it.
        store.TryAdd(new SightsWrite(Take));
    }

    private Dictionary<(string ContentHash, string SessionId), Sights> Take()
    {
        lock (_lock)
        {
            var taken = _sights;
            _sights = [];
            _waiting = false;
            return taken;
        }
    }
}

using System.IO.Hashing;
using System.Runtime.InteropServices;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Inspection.Records;

/// <summary>
/// The findings that were given to the store lately, by content and conversation. A tool sends the whole conversation with every turn: without
/// this each turn would write every finding of it again. Bounded; the one seen longest ago goes first.
/// </summary>
/// <remarks>
/// What is written is kept without an object of its own: fifty thousand that live for half an hour are what a generational collector copies twice, with all threads stopped.
/// </remarks>
internal sealed class FindingCache(int capacity, TimeProvider clock)
{
    private const int None = -1;
    private const int FirstRoom = 256;

    // Identifiers of conversations are chosen by the sender: nobody outside may know which of them meet.
    private readonly long _seed = Random.Shared.NextInt64();
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, int> _byKey = [];
    private readonly Dictionary<UInt128, FindingTicket> _unwritten = [];
    private readonly Queue<UInt128> _inOrderOfWriting = [];
    private Entry[] _entries = [];
    private int _oldest = None;
    private int _newest = None;
    private int _free = None;
    private int _used;

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
        var key = KeyOf(contentHash, sessionId);
        lock (_lock)
        {
            Expire(ttl);
            LetGoOfWritten();
            if (!_byKey.TryGetValue(key, out var slot))
            {
                return null;
            }

            var ticket = _unwritten.GetValueOrDefault(key);
            if (ticket?.State == FindingState.Lost)
            {
                Forget(slot);
                return null;
            }

            Unlink(slot);
            Append(slot);
            return ticket ?? new FindingTicket(contentHash, sessionId, _entries[slot].Place, FindingState.Recorded);
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _byKey.Clear();
            _unwritten.Clear();
            _inOrderOfWriting.Clear();
            (_entries, _oldest, _newest, _free, _used) = ([], None, None, None, 0);
        }
    }

    /// <summary>Remembers a finding that was given to the store.</summary>
    public void Add(FindingTicket ticket)
    {
        if (ticket.State == FindingState.Lost)
        {
            return;
        }

        var key = KeyOf(ticket.ContentHash, ticket.SessionId);
        lock (_lock)
        {
            LetGoOfWritten();
            if (_byKey.TryGetValue(key, out var older))
            {
                Forget(older);
            }
            else if (_byKey.Count >= capacity)
            {
                Forget(_oldest);
            }

            var slot = Take();
            _entries[slot].Key = key;
            _entries[slot].Place = ticket.Place;
            Append(slot);
            _byKey.Add(key, slot);
            _unwritten[key] = ticket;
            _inOrderOfWriting.Enqueue(key);
        }
    }

    private UInt128 KeyOf(string contentHash, string sessionId) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes(contentHash.AsSpan()), _seed) ^ XxHash128.HashToUInt128(MemoryMarshal.AsBytes(sessionId.AsSpan()), ~_seed);

    // The order of sight is the order of expiry.
    private void Expire(TimeSpan ttl)
    {
        while (_oldest != None && clock.GetElapsedTime(_entries[_oldest].SeenAt) >= ttl)
        {
            Forget(_oldest);
        }
    }

    // Written in the order in which they were queued, so those in front are looked at only.
    private void LetGoOfWritten()
    {
        while (_inOrderOfWriting.TryPeek(out var key))
        {
            if (_unwritten.TryGetValue(key, out var ticket))
            {
                if (ticket.State == FindingState.Queued)
                {
                    return;
                }

                if (ticket.State == FindingState.Lost && _byKey.TryGetValue(key, out var slot))
                {
                    Forget(slot);
                }

                _unwritten.Remove(key);
            }

            _inOrderOfWriting.Dequeue();
        }
    }

    private void Forget(int slot)
    {
        Unlink(slot);
        _byKey.Remove(_entries[slot].Key);
        _unwritten.Remove(_entries[slot].Key);
        _entries[slot].Next = _free;
        _free = slot;
    }

    private int Take()
    {
        if (_free != None)
        {
            var slot = _free;
            _free = _entries[slot].Next;
            return slot;
        }

        if (_used == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Min(capacity, Math.Max(FirstRoom, _entries.Length * 2)));
        }

        return _used++;
    }

    private void Append(int slot)
    {
        ref var entry = ref _entries[slot];
        (entry.SeenAt, entry.Previous, entry.Next) = (clock.GetTimestamp(), _newest, None);
        if (_newest == None)
        {
            _oldest = slot;
        }
        else
        {
            _entries[_newest].Next = slot;
        }

        _newest = slot;
    }

    private void Unlink(int slot)
    {
        var (previous, next) = (_entries[slot].Previous, _entries[slot].Next);
        if (previous == None)
        {
            _oldest = next;
        }
        else
        {
            _entries[previous].Next = next;
        }

        if (next == None)
        {
            _newest = previous;
        }
        else
        {
            _entries[next].Previous = previous;
        }
    }

    private struct Entry
    {
        public UInt128 Key;
        public string Place;
        public long SeenAt;
        public int Previous;
        public int Next;
    }
}

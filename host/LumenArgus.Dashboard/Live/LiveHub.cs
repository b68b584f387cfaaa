using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Dashboard.Live;

/// <summary>The newest events and those who look. Whoever looks, what is written to all at once is made once.</summary>
internal sealed class LiveHub(TimeProvider clock)
{
    private const int RingSize = 1_000;

    // A page whose connection broke is back within seconds.
    private static readonly TimeSpan ComesBack = TimeSpan.FromMinutes(1);

    // A plugin's events may be large.
    private const int RingBytes = 4 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<LiveEvent> _ring = new(RingSize);
    private readonly HashSet<LiveClient> _clients = [];

    // Numbers begin anew with each process: a number of another one says nothing.
    private readonly string _epoch = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private long _last;
    private long _ringBytes;
    private long? _leftAt;

    /// <summary>How many look.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _clients.Count;
            }
        }
    }

    /// <summary>Leaves out something that nobody would be told: nobody looks, and nobody has left just now. Who comes back all the same is told to read again.</summary>
    /// <returns>Whether it was left out.</returns>
    public bool TrySkip()
    {
        lock (_lock)
        {
            if (_clients.Count > 0 || (_leftAt is { } left && clock.GetElapsedTime(left) < ComesBack))
            {
                return false;
            }

            _last++;
            _ring.Clear();
            _ringBytes = 0;
            return true;
        }
    }

    /// <summary>Sends an event to all, and keeps it for those who come again.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="data">One line of JSON.</param>
    public void Send(string name, byte[] data) => Send([(name, data)]);

    /// <summary>Sends events to all, in one write, and keeps them for those who come again.</summary>
    /// <param name="events">Their names, and one line of JSON for each.</param>
    public void Send(IReadOnlyCollection<(string Name, byte[] Data)> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            var bytes = new ArrayBufferWriter<byte>();
            List<(long Number, int From)> starts = [];
            foreach (var (name, data) in events)
            {
                starts.Add((++_last, bytes.WrittenCount));
                Frame(bytes, _last, name, data);
            }

            for (var i = 0; i < starts.Count; i++)
            {
                var (number, from) = starts[i];
                Keep(new LiveEvent(number, bytes.WrittenMemory[from..(i + 1 < starts.Count ? starts[i + 1].From : bytes.WrittenCount)]));
            }

            Write(bytes.WrittenMemory);
        }
    }

    /// <summary>Writes to all what is no event of its own: a sign of life.</summary>
    public void Say(byte[] bytes)
    {
        lock (_lock)
        {
            Write(bytes);
        }
    }

    /// <summary>Adds somebody, with all that he missed in front of what comes next.</summary>
    /// <param name="client">He.</param>
    /// <param name="lastId">The last event that he has got; null if he comes for the first time.</param>
    /// <returns>What he is told first: that he is connected, then what he missed.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>> Join(LiveClient client, string? lastId)
    {
        lock (_lock)
        {
            _clients.Add(client);
            if (string.IsNullOrEmpty(lastId))
            {
                // With a number, by which he misses nothing either if he is gone before the first event.
                return [Framed(_last, "connected")];
            }

            var first = _ring.TryPeek(out var oldest) ? oldest.Number : _last + 1;
            if (NumberOf(lastId) is { } number && number >= first - 1 && number <= _last)
            {
                return [Framed(number, "connected"), .. _ring.Where(told => told.Number > number).Select(static told => told.Bytes)];
            }

            return [Framed(_last, "connected"), Framed(_last, "reset")];
        }
    }

    public void Leave(LiveClient client)
    {
        lock (_lock)
        {
            _clients.Remove(client);
            _leftAt = clock.GetTimestamp();
        }
    }

    private void Keep(LiveEvent told)
    {
        _ring.Enqueue(told);
        _ringBytes += told.Bytes.Length;
        while (_ring.Count > RingSize || (_ringBytes > RingBytes && _ring.Count > 1))
        {
            _ringBytes -= _ring.Dequeue().Bytes.Length;
        }
    }

    private void Write(ReadOnlyMemory<byte> bytes) => _clients.RemoveWhere(client =>
    {
        if (client.TrySend(bytes))
        {
            return false;
        }

        client.Cut();
        return true;
    });

    private long? NumberOf(string id) =>
        id.StartsWith(_epoch + "-", StringComparison.Ordinal) && long.TryParse(id.AsSpan(_epoch.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private ReadOnlyMemory<byte> Framed(long number, string name)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Frame(bytes, number, name, "{}"u8);
        return bytes.WrittenMemory;
    }

    private void Frame(ArrayBufferWriter<byte> bytes, long number, string name, ReadOnlySpan<byte> data)
    {
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {_epoch}-{number}\nevent: {name}\ndata: "), bytes);
        bytes.Write(data);
        bytes.Write("\n\n"u8);
    }
}

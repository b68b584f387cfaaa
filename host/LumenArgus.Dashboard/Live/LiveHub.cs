using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Dashboard.Live;

/// <summary>The newest events and those who look. Each event is made once, whoever looks.</summary>
internal sealed class LiveHub
{
    private const int RingSize = 1_000;

    private readonly Lock _lock = new();
    private readonly Queue<LiveEvent> _ring = new(RingSize);
    private readonly HashSet<LiveClient> _clients = [];

    // Numbers begin anew with each process: a number of another one says nothing.
    private readonly string _epoch = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private long _last;

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

    /// <summary>Sends an event to all, and keeps it for those who come again.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="data">One line of JSON.</param>
    public void Send(string name, ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            var told = new LiveEvent(++_last, Frame(_last, name, data));
            if (_ring.Count == RingSize)
            {
                _ring.Dequeue();
            }

            _ring.Enqueue(told);
            _clients.RemoveWhere(client => !client.TrySend(told));
        }
    }

    /// <summary>Adds somebody, with all that he missed in front of what comes next.</summary>
    /// <param name="client">He.</param>
    /// <param name="lastId">The last event that he has got; null if he comes for the first time.</param>
    /// <returns>What he missed.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>> Join(LiveClient client, string? lastId)
    {
        lock (_lock)
        {
            _clients.Add(client);
            if (string.IsNullOrEmpty(lastId))
            {
                return [];
            }

            var first = _ring.TryPeek(out var oldest) ? oldest.Number : _last + 1;
            return NumberOf(lastId) is { } number && number >= first - 1 && number <= _last
                ? [.. _ring.Where(told => told.Number > number).Select(static told => told.Bytes)]
                : [Frame(_last, "reset", "{}"u8)];
        }
    }

    public void Leave(LiveClient client)
    {
        lock (_lock)
        {
            _clients.Remove(client);
        }
    }

    private long? NumberOf(string id) =>
        id.StartsWith(_epoch + "-", StringComparison.Ordinal) && long.TryParse(id.AsSpan(_epoch.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private byte[] Frame(long number, string name, ReadOnlySpan<byte> data)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"id: {_epoch}-{number}\nevent: {name}\ndata: ");
        var frame = new byte[Encoding.UTF8.GetByteCount(head) + data.Length + 2];
        var length = Encoding.UTF8.GetBytes(head, frame);
        data.CopyTo(frame.AsSpan(length));
        "\n\n"u8.CopyTo(frame.AsSpan(length + data.Length));
        return frame;
    }
}

namespace LumenArgus.Forwarding.Bodies;

/// <summary>
/// Shared ownership of one captured body. The last release gives the memory back; a buffer that abandoned code may still see is simply never
/// released, so its bytes can never become another exchange's.
/// </summary>
public sealed class BodyLease
{
    private readonly BodyReservation? _reservation;
    private readonly int _length;
    private readonly bool _pooled;
    private byte[]? _array;
    private int _references = 1;
    private volatile bool _sensitive;

    internal BodyLease(byte[] array, int length, BodyReservation? reservation, bool pooled)
    {
        _pooled = pooled;
        _array = array;
        _length = length;
        _reservation = reservation;
    }

    public int Length => _length;

    /// <exception cref="ObjectDisposedException">The last reference was released.</exception>
    public ReadOnlyMemory<byte> Memory => new(Array, 0, _length);

    internal byte[] Array => _array ?? throw new ObjectDisposedException(nameof(BodyLease));

    public static BodyLease CreateEmpty() => new([], 0, reservation: null, pooled: false);

    /// <summary>For a body that is already in memory, such as an edited one: owned by the lease from now on, neither pooled nor budgeted.</summary>
    public static BodyLease Own(byte[] body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new BodyLease(body, body.Length, reservation: null, pooled: false);
    }

    /// <summary>Two texts as two lines of one.</summary>
    /// <param name="budget">Charged without waiting, because the caller already holds both.</param>
    public static BodyLease Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, BodyBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        using var buffer = new BodyBuffer(budget.Overdraw(), (int)Math.Min(System.Array.MaxLength, (long)first.Length + 1 + second.Length));
        buffer.Write(first);
        buffer.Write("\n"u8);
        buffer.Write(second);
        return buffer.ToLease();
    }

    public void AddReference()
    {
        for (var seen = Volatile.Read(ref _references); ;)
        {
            ObjectDisposedException.ThrowIf(seen == 0, this);
            var found = Interlocked.CompareExchange(ref _references, seen + 1, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }

    /// <summary>The body holds a finding: its bytes are cleared with the last release.</summary>
    public void MarkSensitive() => _sensitive = true;

    /// <exception cref="ObjectDisposedException">Released more often than referenced.</exception>
    public void Release()
    {
        var left = Interlocked.Decrement(ref _references);
        if (left > 0)
        {
            return;
        }

        if (left < 0)
        {
            Interlocked.Increment(ref _references);
            throw new ObjectDisposedException(nameof(BodyLease), "The body was released more often than it was referenced.");
        }

        var array = Interlocked.Exchange(ref _array, null)!;
        BodyBuffer.Return(array, _length, clear: _sensitive, _pooled);
        _reservation?.Dispose();
    }
}

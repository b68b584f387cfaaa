namespace LumenArgus.Forwarding.Bodies;

/// <summary>
/// How much memory captured and decoded bodies may take together. Who comes when it is used up waits in line; a body larger than the whole
/// budget is let in once nothing else is held, so no size is refused here.
/// </summary>
public sealed class BodyBudget
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiters = new();
    private long _maxBytes;
    private long _used;
    private long _waitedTotal;

    /// <param name="maxBytes">Default of the product: 512 MB.</param>
    public BodyBudget(long maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        _maxBytes = maxBytes;
    }

    public long MaxBytes => Interlocked.Read(ref _maxBytes);

    /// <summary>Bytes held now; above <see cref="MaxBytes"/> after <see cref="BodyReservation.Grow"/> or for one oversized body.</summary>
    public long UsedBytes
    {
        get
        {
            lock (_lock)
            {
                return _used;
            }
        }
    }

    public int WaitingCount
    {
        get
        {
            lock (_lock)
            {
                return _waiters.Count;
            }
        }
    }

    /// <summary>Reservations that had to wait, since the start.</summary>
    public long WaitedTotal => Interlocked.Read(ref _waitedTotal);

    public ValueTask<BodyReservation> ReserveAsync(long bytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        lock (_lock)
        {
            if (_waiters.Count == 0 && Fits(bytes))
            {
                _used += bytes;
                return ValueTask.FromResult(new BodyReservation(this, bytes));
            }
        }

        return WaitAsync(bytes, cancellationToken);
    }

    /// <summary>Changes the budget; who waits is let in if it fits now, who holds more than there is keeps it.</summary>
    public void Resize(long maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        lock (_lock)
        {
            _maxBytes = maxBytes;
            AdmitWaiters();
        }
    }

    /// <summary>An empty share that grows without waiting, for who already holds one (see <see cref="BodyReservation.Grow"/>).</summary>
    public BodyReservation Overdraw() => new(this, 0);

    internal void Take(long bytes)
    {
        lock (_lock)
        {
            _used += bytes;
        }
    }

    internal void Return(long bytes)
    {
        lock (_lock)
        {
            _used -= bytes;
            AdmitWaiters();
        }
    }

    private async ValueTask<BodyReservation> WaitAsync(long bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new Waiter(bytes);
        lock (_lock)
        {
            _waiters.AddLast(waiter);
            AdmitWaiters(); // something may have been returned since the first look
        }

        Interlocked.Increment(ref _waitedTotal);
        await using var registration = cancellationToken.UnsafeRegister(_ => Leave(waiter, cancellationToken), state: null);
        await waiter.Admitted.Task;
        return new BodyReservation(this, bytes);
    }

    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // Not in the line any more means admitted: then the reservation goes to its owner, who sees the cancellation himself.
            if (_waiters.Remove(waiter))
            {
                waiter.Admitted.TrySetCanceled(cancellationToken);
                AdmitWaiters();
            }
        }
    }

    private void AdmitWaiters()
    {
        while (_waiters.First is { } first && Fits(first.Value.Bytes))
        {
            _waiters.RemoveFirst();
            _used += first.Value.Bytes;
            first.Value.Admitted.TrySetResult();
        }
    }

    private bool Fits(long bytes) => _used == 0 || _used + bytes <= _maxBytes;

    private sealed class Waiter(long bytes)
    {
        public long Bytes => bytes;

        // Continuations run elsewhere: this is completed under the lock.
        public TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

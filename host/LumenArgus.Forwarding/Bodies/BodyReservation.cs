namespace LumenArgus.Forwarding.Bodies;

/// <summary>A share of the <see cref="BodyBudget"/>; disposing it, once or more often, gives it back once.</summary>
public sealed class BodyReservation : IDisposable
{
    private readonly BodyBudget _budget;
    private long _bytes;

    internal BodyReservation(BodyBudget budget, long bytes)
    {
        _budget = budget;
        _bytes = bytes;
    }

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>
    /// Takes more without waiting. Who already holds a share must not wait for another: two bodies that both wait would wait for ever. The
    /// overdraft is paid by those who come next.
    /// </summary>
    public void Grow(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        Interlocked.Add(ref _bytes, bytes);
        _budget.Take(bytes);
    }

    public void Dispose() => _budget.Return(Interlocked.Exchange(ref _bytes, 0));
}

using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Forwarding.Responses;

/// <summary>Copies the beginning of a response. It grows with what comes; what is over the limit is only counted.</summary>
/// <param name="budget">Charged without waiting: a response is never held up.</param>
/// <param name="maxBytes">The most bytes to keep.</param>
public sealed class ResponseCapture(BodyBudget budget, int maxBytes) : IDisposable
{
    private readonly BodyBuffer _buffer = new(budget.Overdraw(), capacity: 0);

    /// <summary>Bytes over the limit.</summary>
    public long BytesBeyond { get; private set; }

    /// <summary>Bytes that are kept.</summary>
    public int Length => _buffer.Length;

    public void Append(ReadOnlySpan<byte> chunk)
    {
        var kept = Math.Min(chunk.Length, maxBytes - _buffer.Length);
        if (kept > 0)
        {
            _buffer.Write(chunk[..kept]);
        }

        BytesBeyond += chunk.Length - kept;
    }

    /// <returns>What was kept, to be released by the caller.</returns>
    public BodyLease ToLease() => _buffer.ToLease();

    public void Dispose() => _buffer.Dispose();
}

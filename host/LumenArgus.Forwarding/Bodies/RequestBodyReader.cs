using System.Buffers;
using System.IO.Pipelines;

namespace LumenArgus.Forwarding.Bodies;

/// <summary>Reads a request body into one contiguous buffer, up to a limit.</summary>
public static class RequestBodyReader
{
    // For a body of unknown length: most chunked requests of AI tools fit at once.
    private const int FirstGuessBytes = 64 * 1024;

    // A declared length is only a claim: a few stuck uploads must not hold the whole budget. What comes beyond it grows with the bytes that came.
    private const int MostOnTrustBytes = 8 * 1024 * 1024;

    /// <summary>Reads nothing: a body that is refused for its length.</summary>
    public static CapturedBody Leave(PipeReader body, long contentLength) => new(BodyLease.CreateEmpty(), new BodyRest(body, contentLength));

    /// <param name="contentLength">The declared length; null if the body is chunked. 0 gives an empty lease without touching the budget.</param>
    /// <param name="limit">How many bytes are captured, at least 1; what comes behind them is left in the reader.</param>
    /// <exception cref="IOException">The client cut its body (Kestrel's BadHttpRequestException and ConnectionResetException are such).</exception>
    public static async ValueTask<CapturedBody> ReadAsync(
        PipeReader body, long? contentLength, long limit, BodyBudget budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (contentLength == 0)
        {
            return new CapturedBody(BodyLease.CreateEmpty(), Rest: null);
        }

        var most = (int)Math.Min(limit, Array.MaxLength);
        var capacity = (int)Math.Min(Math.Min(contentLength ?? FirstGuessBytes, MostOnTrustBytes), most);
        var reservation = await budget.ReserveAsync(capacity, cancellationToken);
        using var buffer = new BodyBuffer(reservation, capacity);
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var taken = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, most - buffer.Length));
            foreach (var segment in taken)
            {
                buffer.Write(segment.Span);
            }

            body.AdvanceTo(taken.End);
            if (read.IsCanceled)
            {
                throw new OperationCanceledException("The read of the request body was cancelled.");
            }

            if (taken.Length < read.Buffer.Length)
            {
                return new CapturedBody(buffer.ToLease(), new BodyRest(body, contentLength - most));
            }

            if (read.IsCompleted)
            {
                return new CapturedBody(buffer.ToLease(), Rest: null);
            }
        }
    }
}

using System.Buffers;
using System.IO.Pipelines;

namespace LumenArgus.Forwarding.Bodies;

/// <summary>Reads a whole request body into one contiguous buffer.</summary>
public static class RequestBodyReader
{
    // For a body of unknown length: most chunked requests of AI tools fit at once.
    private const int FirstGuessBytes = 64 * 1024;

    // A declared length is only a claim: a few stuck uploads must not hold the whole budget. What comes beyond it grows with the bytes that came.
    private const int MostOnTrustBytes = 8 * 1024 * 1024;

    /// <param name="contentLength">The declared length; null if the body is chunked. 0 gives an empty lease without touching the budget.</param>
    /// <returns>A lease that the caller has to release.</returns>
    /// <exception cref="BodyTooLargeException">More than 2 GB.</exception>
    /// <exception cref="IOException">The client cut its body (Kestrel's BadHttpRequestException and ConnectionResetException are such).</exception>
    public static async ValueTask<BodyLease> ReadAsync(PipeReader body, long? contentLength, BodyBudget budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(budget);
        if (contentLength == 0)
        {
            return BodyLease.CreateEmpty();
        }

        if (contentLength > Array.MaxLength)
        {
            throw new BodyTooLargeException();
        }

        var capacity = (int)Math.Min(contentLength ?? FirstGuessBytes, MostOnTrustBytes);
        var reservation = await budget.ReserveAsync(capacity, cancellationToken);
        using var buffer = new BodyBuffer(reservation, capacity);
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            foreach (var segment in read.Buffer)
            {
                buffer.Write(segment.Span);
            }

            body.AdvanceTo(read.Buffer.End);
            if (read.IsCanceled)
            {
                throw new OperationCanceledException("The read of the request body was cancelled.");
            }

            if (read.IsCompleted)
            {
                return buffer.ToLease();
            }
        }
    }
}

using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.Upstream;

namespace LumenArgus.Forwarding.Responses;

/// <summary>A response whose body was read before any of it went to the client.</summary>
/// <param name="Outcome">Ok if the body came to its end, or is larger than was allowed.</param>
/// <param name="Body">The body, or its beginning, to be released by the caller; null unless the outcome is Ok.</param>
/// <param name="IsWhole">Whether the body came to its end.</param>
/// <param name="Detail">What went wrong, for logs; holds nothing of the body.</param>
public sealed record HeldResponse(ForwardOutcome Outcome, BodyLease? Body, bool IsWhole, string Detail)
{
    private const int ReadBytes = 32 * 1024;

    /// <summary>Reads the body.</summary>
    /// <param name="maxBytes">Reading stops beyond this; the rest is still to come.</param>
    public static async ValueTask<HeldResponse> ReadAsync(UpstreamResponse response, BodyBudget budget, int maxBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(budget);
        using var buffer = new BodyBuffer(budget.Overdraw(), ReadBytes);
        try
        {
            while (buffer.Length <= maxBytes)
            {
                var read = await ResponseRelay.ReadAsync(response, buffer.GetMemory());
                if (read == 0)
                {
                    return new HeldResponse(ForwardOutcome.Ok, buffer.ToLease(), IsWhole: true, "");
                }

                buffer.Advance(read);
            }

            return new HeldResponse(ForwardOutcome.Ok, buffer.ToLease(), IsWhole: false, "");
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or HttpRequestException)
        {
            return response.Idle.Expired ? new HeldResponse(ForwardOutcome.IdleTimeout, Body: null, IsWhole: false, "the upstream was silent for too long")
                : cancellationToken.IsCancellationRequested || response.Idle.CallerToken.IsCancellationRequested
                    ? new HeldResponse(ForwardOutcome.ClientGone, Body: null, IsWhole: false, "the client left")
                    : new HeldResponse(ForwardOutcome.UpstreamClosed, Body: null, IsWhole: false, "the upstream cut the response");
        }
    }
}

using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Takes hold of the current generation and calls its pre-request hooks. While the product is starting the request waits: a tool must not fail because it was quicker.</summary>
internal sealed class LeaseStep(CurrentGeneration current, PreRequestHooks preRequest, TimeProvider clock)
{
    // Longer than any plugin may take to start.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    public async ValueTask<bool> RunAsync(Exchange exchange)
    {
        exchange.Lease = current.Acquire() ?? await WaitAsync(exchange.Http.RequestAborted);
        if (exchange.Lease is not null)
        {
            exchange.HookFailures = await preRequest.CallAsync(exchange.Request, exchange.Lease.Generation, exchange.Http.RequestAborted);
            return true;
        }

        exchange.Error = "starting";
        exchange.Http.Response.Headers.RetryAfter = "1";
        await ErrorResponse.WriteAsync(
            exchange.Http.Response, StatusCodes.Status503ServiceUnavailable, "starting", "lumen-argus is starting", exchange.Http.RequestAborted);
        return false;
    }

    private async Task<GenerationLease?> WaitAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(StartPatience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await current.WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        return current.Acquire();
    }
}

using LumenArgus.Inspection.Generations;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Takes hold of the current generation; while there is none the product is still starting.</summary>
internal sealed class LeaseStep(CurrentGeneration current)
{
    public async ValueTask<bool> RunAsync(Exchange exchange)
    {
        exchange.Lease = current.Acquire();
        if (exchange.Lease is not null)
        {
            return true;
        }

        exchange.Error = "starting";
        exchange.Http.Response.Headers.RetryAfter = "1";
        await ErrorResponse.WriteAsync(
            exchange.Http.Response, StatusCodes.Status503ServiceUnavailable, "starting", "lumen-argus is starting", exchange.Http.RequestAborted);
        return false;
    }
}

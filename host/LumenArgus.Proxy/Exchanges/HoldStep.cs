using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.Responses;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Inspection.Responses;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Holds the response until the response hook has judged it. It then goes to the caller in its own bytes, or is replaced by an error.</summary>
internal sealed class HoldStep(ResponseHookStep hook, BodyBudget budget)
{
    public async Task RunAsync(Exchange exchange, UpstreamResponse response, IResponseTransform? transform)
    {
        var aborted = exchange.Http.RequestAborted;
        var generation = exchange.Lease!.Generation;
        var held = await HeldResponse.ReadAsync(response, budget, ResponseHookStep.MaxHeldBytes(generation), aborted);
        if (held.Body is not { } body)
        {
            // Nothing of it has been sent, so this can be said in the ordinary way.
            await UpstreamRefusal.WriteAsync(exchange, held.Outcome, held.Detail);
            return;
        }

        try
        {
            var head = new ResponseHead(response.ContentType, response.ContentEncoding);
            var verdict = await hook.JudgeAsync(body, held.IsWhole, head, exchange.ToRecord(), generation, aborted);
            if (verdict.IsBlocked)
            {
                body.MarkSensitive();
                await RefuseAsync(exchange, verdict);
                return;
            }

            exchange.ReleaseGeneration();
            exchange.Relayed(await ResponseRelay.CopyAsync(response, exchange.Http, body.Memory, transform, tap: null, aborted));
            await RewriteStep.EndAsync(exchange);
        }
        finally
        {
            body.Release();
        }
    }

    private static async Task RefuseAsync(Exchange exchange, ResponseVerdict verdict)
    {
        // A retry would cost the same tokens and be judged the same way.
        exchange.Http.Response.Headers["x-should-retry"] = "false";
        var body = await exchange.Route!.Provider.ErrorBodyAsync(
            StatusCodes.Status400BadRequest, "invalid_request_error", BlockMessage.ForResponse(verdict.Findings), exchange.Http.RequestAborted);
        await ErrorResponse.WriteJsonAsync(exchange.Http.Response, StatusCodes.Status400BadRequest, body, exchange.Http.RequestAborted);
    }
}

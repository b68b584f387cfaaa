using LumenArgus.Forwarding.Responses;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Hands the response to the caller as it arrives, watched if a stage looks at responses; or, where a plugin judges it first, when that has been done.</summary>
internal sealed class RelayStep(ResponseScanner scanner, HoldStep hold, ModeSwitch mode, CurrentGeneration current)
{
    public async Task RunAsync(Exchange exchange, UpstreamResponse response)
    {
        var transform = RewriteStep.Open(exchange, response);
        var generation = exchange.Lease!.Generation;
        var isInspected = !mode.IsPassthrough;
        var isMcp = IsMcp(exchange);
        if (isInspected && generation.HoldsResponses && !isMcp)
        {
            await hold.RunAsync(exchange, response, transform);
            return;
        }

        var head = new ResponseHead(response.ContentType, response.ContentEncoding) { IsMcp = isMcp };
        if (head.IsMessageStream)
        {
            await RelayMessagesAsync(exchange, response, head, transform);
            return;
        }

        using var watch = isInspected ? scanner.Watch(generation, head) : null;
        exchange.ReleaseGeneration();
        var result = await ResponseRelay.CopyAsync(
            response, exchange.Http, held: default, transform, watch is null ? null : watch.Take, exchange.Http.RequestAborted);
        exchange.Relayed(result);
        await RewriteStep.EndAsync(exchange);
        watch?.End(exchange.ToRecord(), isWhole: result.Outcome == ForwardOutcome.Ok);
    }

    private async Task RelayMessagesAsync(Exchange exchange, UpstreamResponse response, ResponseHead head, IResponseTransform? transform)
    {
        using var watch = new MessageStreamWatch(scanner, current, mode, head, exchange.ToRecord);
        exchange.ReleaseGeneration();
        var result = await ResponseRelay.CopyAsync(response, exchange.Http, held: default, transform, watch.Take, exchange.Http.RequestAborted);
        exchange.Relayed(result);
        await RewriteStep.EndAsync(exchange);
        watch.End(isWhole: result.Outcome == ForwardOutcome.Ok);
    }

    // A server sends messages of its own too, into a stream that the client has opened with GET and that never ends by itself: it cannot be held. Where there is a
    // body, it is the body that says what is asked: a header alone must not take the answer of a provider away from the hook.
    private static bool IsMcp(Exchange exchange)
    {
        var request = exchange.Http.Request;
        return exchange.Decision?.Mcp is not null
            || (HttpMethods.IsGet(request.Method) && (request.Headers.ContainsKey("Mcp-Session-Id") || request.Headers.ContainsKey("Mcp-Protocol-Version")));
    }
}

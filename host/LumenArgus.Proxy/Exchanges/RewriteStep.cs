using LumenArgus.Forwarding.Responses;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Responses;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Has a plugin rewrite the response, if one wants to. Without one the response is copied as it comes.</summary>
internal sealed class RewriteStep(ResponseChunkStep chunks, ModeSwitch mode)
{
    /// <summary>
    /// Asks, before the request is sent: then the answer is wanted without content coding. To decode and encode it again would cost a step per chunk, hold events until the
    /// coder gives them out, and need every coding.
    /// </summary>
    public async ValueTask BeginAsync(Exchange exchange)
    {
        if (mode.IsPassthrough)
        {
            return;
        }

        exchange.Rewriting = await chunks.BeginAsync(
            exchange.Request, exchange.Route!.ProviderName, exchange.Decision!, exchange.Lease!.Generation, exchange.Http.RequestAborted);
        var headers = exchange.Http.Request.Headers;
        if (exchange.Rewriting?.NeedsIdentity == true && headers.AcceptEncoding.Count > 0)
        {
            headers.AcceptEncoding = "identity";
        }
    }

    /// <summary>Decides by the head of the response.</summary>
    /// <returns>What changes its body; null where nothing does.</returns>
    public static IResponseTransform? Open(Exchange exchange, UpstreamResponse response) =>
        exchange.Rewriting is { } rewriting && rewriting.Open(new ResponseHead(response.ContentType, response.ContentEncoding)) ? rewriting : null;

    /// <summary>Records what was noticed on the way.</summary>
    public static ValueTask EndAsync(Exchange exchange) => exchange.Rewriting?.EndAsync(exchange.ToRecord()) ?? ValueTask.CompletedTask;
}

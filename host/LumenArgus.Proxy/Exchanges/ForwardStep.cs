using LumenArgus.Forwarding.Upstream;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Sends the request on as it came, or with its edited body, and has the response handed to the caller.</summary>
internal sealed class ForwardStep(CurrentUpstream upstream, RewriteStep rewrite, RelayStep relay)
{
    public async Task RunAsync(Exchange exchange)
    {
        var http = exchange.Http;
        var route = exchange.Route!;
        await rewrite.BeginAsync(exchange);
        var result = await upstream.SendAsync(
            new ForwardRequest
            {
                Method = exchange.Request.Method,
                RawTarget = route.Target,
                BaseUri = route.Upstream,
                PublicOnly = route.PublicOnly,
                Headers = http.Request.Headers,
                Body = exchange.Decision!.EditedBody ?? exchange.Body!.Memory,
                Rest = exchange.Rest,
                HasBody = ForwardRequest.IsFramedWithBody(http.Request),
            },
            http.RequestAborted);
        exchange.ReleaseBody();
        if (result.Response is not { } response)
        {
            await UpstreamRefusal.WriteAsync(exchange, result.Outcome, result.Detail);
            return;
        }

        using (response)
        {
            await relay.RunAsync(exchange, response);
        }
    }
}

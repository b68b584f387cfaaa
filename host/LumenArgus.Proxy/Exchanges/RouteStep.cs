using LumenArgus.Proxy.Providers;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Finds whose format this is and where it goes. Nothing is guessed: what no path, header or configuration names is answered with 404.</summary>
internal sealed class RouteStep(RouterCache routers)
{
    public async ValueTask<bool> RunAsync(Exchange exchange)
    {
        var router = routers.For(exchange.Lease!.Generation.Config.Proxy.Upstreams);
        exchange.Route = router.Find(exchange.Request.Path, exchange.Target, exchange.Http.Request.Headers);
        if (exchange.Route is not null)
        {
            return true;
        }

        exchange.Error = "unknown provider";
        await ErrorResponse.WriteAsync(
            exchange.Http.Response,
            StatusCodes.Status404NotFound,
            "unknown_provider",
            "lumen-argus cannot tell which AI provider this request is for: neither its path nor its headers name one. "
                + "Use the provider's own API path, or /_upstream/<name>/... with <name> from proxy.upstream in config.yaml.",
            exchange.Http.RequestAborted);
        return false;
    }
}

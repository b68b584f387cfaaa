using LumenArgus.Proxy.Exchanges;
using LumenArgus.Proxy.Providers;
using LumenArgus.Proxy.Responses;
using LumenArgus.Proxy.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LumenArgus.Proxy.Control;

/// <summary>Where every request comes in: the product's own endpoints are answered here, a WebSocket is relayed, the rest is an exchange.</summary>
internal sealed class RequestEntry(HealthEndpoint health, MetricsEndpoint metrics, ExchangeHandler exchanges, WebSocketHandler webSockets, ProductInfo product)
{
    public Task HandleAsync(HttpContext http)
    {
        var request = http.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

        // By the target as it stands in the request line: /a/../health is somebody else's path and not ours.
        return RequestTarget.PathOf(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget) switch
        {
            "/health" when isRead => health.HandleAsync(http),
            "/metrics" when isRead => metrics.HandleAsync(http),
            "/" when isRead => WelcomeAsync(http),
            WebSocketRequest.RelayPath when isRead => webSockets.HandleAsync(http),
            _ when WebSocketRequest.IsUpgrade(request) => webSockets.HandleAsync(http),
            _ => exchanges.HandleAsync(http),
        };
    }

    // Claude Code probes its base URL with HEAD / before the first request.
    private Task WelcomeAsync(HttpContext http) =>
        ErrorResponse.WriteJsonAsync(http.Response, StatusCodes.Status200OK, JsonBody.Write(writer =>
        {
            writer.WriteString("service"u8, "lumen-argus"u8);
            writer.WriteString("version"u8, product.Version);
        }), http.RequestAborted);
}

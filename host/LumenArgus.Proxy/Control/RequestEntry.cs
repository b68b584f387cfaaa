using LumenArgus.Proxy.Exchanges;
using LumenArgus.Proxy.Providers;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LumenArgus.Proxy.Control;

/// <summary>Where every request comes in: the product's own endpoints and upgrades are answered here, the rest is an exchange.</summary>
internal sealed class RequestEntry(HealthEndpoint health, MetricsEndpoint metrics, ExchangeHandler exchanges, ProductInfo product)
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
            _ when IsWebSocketUpgrade(request) => RefuseUpgradeAsync(http),
            _ => exchanges.HandleAsync(http),
        };
    }

    private static bool IsWebSocketUpgrade(HttpRequest request) =>
        request.Headers.Upgrade.Any(static value => value is not null && value.Contains("websocket", StringComparison.OrdinalIgnoreCase));

    // Tools that try a WebSocket first fall back to plain HTTP at once on 426 and only after many seconds on anything else.
    private static Task RefuseUpgradeAsync(HttpContext http)
    {
        http.Response.Headers.Connection = "close";
        return ErrorResponse.WriteAsync(
            http.Response,
            StatusCodes.Status426UpgradeRequired,
            "websocket_not_supported",
            "lumen-argus does not relay WebSockets yet; use HTTP",
            http.RequestAborted);
    }

    // Claude Code probes its base URL with HEAD / before the first request.
    private Task WelcomeAsync(HttpContext http) =>
        ErrorResponse.WriteJsonAsync(http.Response, StatusCodes.Status200OK, JsonBody.Write(writer =>
        {
            writer.WriteString("service"u8, "lumen-argus"u8);
            writer.WriteString("version"u8, product.Version);
        }), http.RequestAborted);
}

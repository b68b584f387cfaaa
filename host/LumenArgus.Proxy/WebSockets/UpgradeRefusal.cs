using LumenArgus.Proxy.Exchanges;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>The answers of our own to a handshake that does not go on.</summary>
internal static class UpgradeRefusal
{
    /// <summary>Tools that try a WebSocket first fall back to plain HTTP at once on 426, and only after many seconds on anything else.</summary>
    public static Task SwitchedOffAsync(Exchange exchange) => UpgradeRequiredAsync(
        exchange,
        wanted: "HTTP/1.1",
        "websocket_not_supported",
        "lumen-argus relays WebSockets only if pipeline.stages.websocket_outbound is enabled; use HTTP");

    public static Task NoUpgradeAsync(Exchange exchange) => UpgradeRequiredAsync(
        exchange, wanted: "websocket", "websocket_required", "this path relays WebSockets; the request asks for none");

    public static Task OriginAsync(Exchange exchange) => WriteAsync(
        exchange, StatusCodes.Status403Forbidden, "forbidden_origin", "this web page may not connect: websocket.allowed_origins does not list its origin");

    public static Task TargetAsync(Exchange exchange, string problem) => WriteAsync(exchange, StatusCodes.Status400BadRequest, "invalid_request", problem);

    public static Task TargetForbiddenAsync(Exchange exchange, string detail) => WriteAsync(
        exchange, StatusCodes.Status403Forbidden, "forbidden_target", $"{detail}; list it in {(exchange.Forward is null ? "websocket.allowed_targets" : "proxy.forward_hosts")} if it may be connected to");

    /// <summary>Of a provider's path the error has the provider's shape.</summary>
    public static async Task FailedAsync(Exchange exchange, int status, string type, string detail)
    {
        exchange.Error = detail;
        var message = $"[lumen-argus] {detail}.";
        if (exchange.Route is { } route)
        {
            var body = await route.Provider.ErrorBodyAsync(status, type, message, exchange.Http.RequestAborted);
            await ErrorResponse.WriteJsonAsync(exchange.Http.Response, status, body, exchange.Http.RequestAborted);
            return;
        }

        await ErrorResponse.WriteAsync(exchange.Http.Response, status, type, message, exchange.Http.RequestAborted);
    }

    // RFC 9110, 15.5.22: the header says what is wanted, and 7.8: it is named in Connection.
    private static Task UpgradeRequiredAsync(Exchange exchange, string wanted, string type, string message)
    {
        var headers = exchange.Http.Response.Headers;
        headers.Connection = "Upgrade, close";
        headers.Upgrade = wanted;
        return WriteAsync(exchange, StatusCodes.Status426UpgradeRequired, type, message);
    }

    private static Task WriteAsync(Exchange exchange, int status, string type, string message)
    {
        exchange.Error = type;
        return ErrorResponse.WriteAsync(exchange.Http.Response, status, type, message, exchange.Http.RequestAborted);
    }
}

using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>Tells the requests that ask for a WebSocket.</summary>
internal static class WebSocketRequest
{
    /// <summary>The path that relays to any server, named by its query string.</summary>
    public const string RelayPath = "/ws";

    public static bool IsUpgrade(HttpRequest request) =>
        request.Headers.Upgrade.Any(static value => value is not null && value.Contains("websocket", StringComparison.OrdinalIgnoreCase));
}

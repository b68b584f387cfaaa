using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>ws_connection</c>: is told of WebSocket connections. The host records them in its own table all the same.</summary>
public interface IWebSocketHook
{
    /// <summary>Called behind the event; the traffic does not wait for it. Events of one connection come in order, one at a time.</summary>
    /// <param name="connectionEvent">What happened.</param>
    void OnWebSocketEvent(WebSocketEvent connectionEvent);
}

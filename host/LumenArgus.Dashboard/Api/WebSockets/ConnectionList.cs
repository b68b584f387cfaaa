using LumenArgus.Storage.WebSockets;

namespace LumenArgus.Dashboard.Api.WebSockets;

/// <summary>WebSocket connections, the newest first.</summary>
internal sealed record ConnectionList(IReadOnlyList<WebSocketConnection> Connections, int Count);

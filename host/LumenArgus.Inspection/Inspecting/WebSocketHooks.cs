using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Tells the WebSocket hooks of an event, on a scan lane, one after the other. A hook that fails or hangs is recorded as its plugin's fault.</summary>
public sealed class WebSocketHooks(ScanLanes lanes, PluginInvoker invoker)
{
    /// <summary>Tells them; returns at once where there are none.</summary>
    /// <param name="connectionEvent">What happened.</param>
    /// <param name="generation">Whose hooks; leased by the caller.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits any more.</param>
    /// <returns>A task that ends when all have returned or were given up.</returns>
    public async ValueTask TellAsync(WebSocketEvent connectionEvent, Generation generation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connectionEvent);
        ArgumentNullException.ThrowIfNull(generation);
        foreach (var hook in generation.WebSocketHooks)
        {
            await new HookCall<IWebSocketHook, WebSocketEvent>(invoker, hook, "ws_connection", part =>
            {
                part.OnWebSocketEvent(connectionEvent);
                return connectionEvent;
            }) { FaultKey = connectionEvent.ConnectionId.ToString() }.RunAsync(lanes, cancellationToken);
        }
    }
}

using LumenArgus.FunctionalTests.Product;
using LumenArgus.Storage.WebSockets;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.FunctionalTests.WebSockets;

/// <summary>The connections in the store of a running product. They are written a moment after the event.</summary>
internal static class ConnectionRows
{
    /// <summary>Asks until the newest one is as it should be.</summary>
    public static async Task<WebSocketConnection> WaitAsync(ProductHost host, Func<WebSocketConnection, bool> isComplete)
    {
        var connections = host.Product.Services.GetRequiredService<IWebSocketConnectionStore>();
        using var limit = Limits.Token();
        while (true)
        {
            var page = await connections.PageAsync(1, 0, limit.Token);
            if (page.Count > 0 && isComplete(page[0]))
            {
                return page[0];
            }
        }
    }
}

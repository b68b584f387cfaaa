using LumenArgus.Dashboard.Hosting;
using LumenArgus.Storage.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.WebSockets;

/// <summary>WebSocket connections that were relayed.</summary>
internal sealed class WebSocketEndpoints(TimeProvider clock, IWebSocketConnectionStore? store = null) : IDashboardEndpoints
{
    private const int MaxConnections = 200;
    private const int MaxDays = 365;

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/ws/connections", ListAsync);
        api.Get("/ws/stats", StatsAsync);
    }

    private async Task<IResult> ListAsync(HttpContext http)
    {
        var query = new Query(http);
        var (limit, offset) = (query.Limit(max: MaxConnections), query.Offset());
        var connections = store is null ? [] : await store.PageAsync(limit, offset, http.RequestAborted);
        return Answer.Json(new ConnectionList(connections, connections.Count), DashboardJson.Default.ConnectionList);
    }

    private async Task<IResult> StatsAsync(HttpContext http)
    {
        var days = new Query(http).Integer("days", 7, 1, MaxDays);
        var stats = store is null ? new WebSocketStats() : await store.StatsAsync(clock.GetUtcNow().AddDays(-days), http.RequestAborted);
        return Answer.Json(
            new ConnectionStats(stats.TotalConnections, stats.TotalFramesSent, stats.TotalFramesReceived, stats.AverageDuration, stats.TotalFindings), DashboardJson.Default.ConnectionStats);
    }
}

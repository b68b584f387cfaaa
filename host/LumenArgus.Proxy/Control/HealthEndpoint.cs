using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.Proxy.Providers;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Control;

/// <summary>
/// <c>/health</c>: 503 <c>starting</c> until the first generation is in use, then 200 <c>ready</c>, with <c>degraded</c> and reasons while
/// something that should take part does not.
/// </summary>
internal sealed class HealthEndpoint(CurrentGeneration current, HealthReasons reasons, ProxyMetrics metrics, ProductInfo product, TimeProvider clock)
{
    private readonly long _startedAt = clock.GetTimestamp();

    public Task HandleAsync(HttpContext http)
    {
        var generation = current.Peek;
        var degraded = generation is null ? [] : reasons.For(generation);
        var body = JsonBody.Write(writer =>
        {
            writer.WriteString("status"u8, generation is null ? "starting"u8 : "ready"u8);
            writer.WriteString("version"u8, product.Version);
            writer.WriteNumber("uptime"u8, Math.Round(clock.GetElapsedTime(_startedAt).TotalSeconds, 1));
            writer.WriteNumber("requests"u8, metrics.Requests);
            writer.WriteBoolean("degraded"u8, degraded.Length > 0);
            writer.WriteStartArray("reasons"u8);
            foreach (var reason in degraded)
            {
                writer.WriteStringValue(reason);
            }

            writer.WriteEndArray();
        });
        var status = generation is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return ErrorResponse.WriteJsonAsync(http.Response, status, body, http.RequestAborted);
    }
}

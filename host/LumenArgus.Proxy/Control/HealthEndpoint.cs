using System.Text.Json;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Inspection.Telemetry;
using LumenArgus.Proxy.Providers;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Control;

/// <summary>
/// <c>/health</c>: 503 <c>starting</c> until the first generation is in use, then 200 <c>ready</c>, with <c>degraded</c> and reasons while
/// something that should take part does not.
/// </summary>
internal sealed class HealthEndpoint(
    CurrentGeneration current,
    ModeSwitch mode,
    HealthReasons reasons,
    ReloadStatus reloads,
    ProxyMetrics metrics,
    PluginHealth plugins,
    ProductInfo product,
    TimeProvider clock)
{
    private static readonly string[] OwnNames = ["status", "version", "uptime", "requests", "generation", "mode", "last_reload", "finding_store", "degraded", "reasons"];

    private readonly long _startedAt = clock.GetTimestamp();

    public async Task HandleAsync(HttpContext http)
    {
        var added = await plugins.ReadAsync(http.RequestAborted);
        var generation = current.Peek;
        var degraded = generation is null ? [] : reasons.For(generation);
        var body = JsonBody.Write(writer =>
        {
            writer.WriteString("status"u8, generation is null ? "starting"u8 : "ready"u8);
            writer.WriteString("version"u8, product.Version);
            writer.WriteNumber("uptime"u8, Math.Round(clock.GetElapsedTime(_startedAt).TotalSeconds, 1));
            writer.WriteNumber("requests"u8, metrics.Requests);
            writer.WriteNumber("generation"u8, generation?.Number ?? 0);
            writer.WriteString("mode"u8, ModeState.NameOf(mode.Current.Mode));
            writer.WriteString("finding_store"u8, StoreOf(generation));
            WriteLastReload(writer);
            writer.WriteBoolean("degraded"u8, degraded.Length > 0);
            WriteStrings(writer, "reasons"u8, degraded);
            foreach (var (name, value) in added.Where(static property => !OwnNames.Contains(property.Key)).DistinctBy(static property => property.Key))
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value);
            }
        });
        var status = generation is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        await ErrorResponse.WriteJsonAsync(http.Response, status, body, http.RequestAborted);
    }

    private static string StoreOf(Generation? generation) =>
        generation?.Config.Analytics.Enabled != true ? "none" : generation.FindingStorePlugin is { } plugin ? $"plugin {plugin}" : "host";

    // Keys without values: whoever reaches the port may ask.
    private void WriteLastReload(Utf8JsonWriter writer)
    {
        var (last, failedSince) = reloads.Read();
        if (last is null)
        {
            return;
        }

        writer.WriteStartObject("last_reload"u8);
        writer.WriteBoolean("ok"u8, last.Ok);
        writer.WriteString("at"u8, last.At);
        writer.WriteNumber("duration_ms"u8, last.DurationMs);
        WriteStrings(writer, "changed"u8, last.Applied.Select(static change => change.Key));
        WriteStrings(writer, "weaker"u8, last.Weaker.Select(static change => change.Key));
        WriteStrings(writer, "needs_restart"u8, last.NeedRestart.Select(static change => change.Key));
        WriteStrings(writer, "errors"u8, last.Errors);
        if (failedSince is { } since)
        {
            writer.WriteString("failed_since"u8, since);
        }

        writer.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}

using System.Text;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Inspection.Fingerprints;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Notifications;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Inspection.Telemetry;
using LumenArgus.Proxy.WebSockets;
using LumenArgus.Storage;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Control;

/// <summary><c>/metrics</c> in the Prometheus text format, with the original's names.</summary>
internal sealed class MetricsEndpoint(
    ProxyMetrics metrics,
    CurrentGeneration current,
    ModeSwitch mode,
    ReloadStatus reloads,
    BodyBudget bodies,
    UpstreamSlots slots,
    ConversationMemory memory,
    WebSocketConnections webSockets,
    StoreStatus store,
    PluginFigures figures,
    PluginMetrics plugins,
    TraceHooks traces,
    NotificationDispatcher notifications)
{
    public async Task HandleAsync(HttpContext http)
    {
        var text = Encoding.UTF8.GetBytes(await RenderAsync(http.RequestAborted));
        http.Response.ContentType = MetricsText.ContentType;
        http.Response.ContentLength = text.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(text, http.RequestAborted);
        }
    }

    /// <summary>Writes the product's own metrics.</summary>
    public void Write(MetricsWriter writer)
    {
        WriteProduct(writer);
        var sent = notifications.GetFigures();
        writer.Counter("lumen_argus_notifications_total", "Notifications by what became of them.", "result", [("failed", sent.Failed), ("sent", sent.Sent), ("shed", sent.Shed)])
            .Counter("lumen_argus_notifications_suppressed_total", "Findings that a receiver was not told of at once, because it had been told of the same kind shortly before.", sent.Suppressed)
            .Gauge("lumen_argus_notifications_waiting", "Notifications that wait to be sent.", sent.Waiting);
        figures.Write(writer);
    }

    private void WriteProduct(MetricsWriter writer) => writer
        .Gauge("lumen_argus_active_requests", "Requests that are being handled.", metrics.Active)
        .Gauge("lumen_argus_ws_active_connections", "WebSocket connections that are open.", webSockets.Count)
        .Counter("lumen_argus_ws_messages_total", "Messages of WebSocket connections that were looked at, by direction.", "direction", metrics.WebSocketMessages)
        .Gauge("lumen_argus_generation", "Number of the configuration generation in use, 0 while starting.", current.Peek?.Number ?? 0)
        .Gauge("lumen_argus_inspection_active", "1 while requests are looked at, 0 in passthrough mode.", mode.IsPassthrough ? 0 : 1)
        .Counter("lumen_argus_reloads_total", "Reloads of the configuration by result.", "result", [("failed", reloads.Failed), ("ok", reloads.Succeeded)])
        .Gauge("lumen_argus_body_bytes", "Bytes of captured bodies in memory.", bodies.UsedBytes)
        .Counter("lumen_argus_body_waits_total", "Requests that waited for body memory.", bodies.WaitedTotal)
        .Gauge("lumen_argus_upstream_waiting", "Requests that wait for an upstream connection.", slots.WaitingCount)
        .Counter("lumen_argus_upstream_waits_total", "Requests that waited for an upstream connection.", slots.WaitedTotal)
        .Gauge("lumen_argus_store_queue", "Records that wait to be written to the database.", store.Queued)
        .Counter("lumen_argus_store_written_total", "Records that were written to the database.", store.Written)
        .Counter("lumen_argus_store_shed_total", "Records of what passed that were not taken because the queue was full.", store.Shed)
        .Counter("lumen_argus_store_lost_total", "Findings that did not reach the database; they are in the audit log.", store.Lost)
        .Counter("lumen_argus_store_errors_total", "Transactions that failed and records that the database refused.", store.Errors)
        .Gauge("lumen_argus_fingerprint_conversations", "Conversations of which clean texts are remembered.", memory.Conversations)
        .Gauge("lumen_argus_fingerprint_hashes", "Fingerprints of clean texts that are remembered.", memory.Hashes)
        .Counter("lumen_argus_requests_total", "Requests by action.", "action", metrics.Actions)
        .Counter("lumen_argus_provider_requests_total", "Requests by provider.", "provider", metrics.Providers)
        .Counter("lumen_argus_provider_errors_total", "Requests that failed while forwarding, by provider.", "provider", metrics.Errors)
        .Counter("lumen_argus_findings_total", "Findings by type.", "type", metrics.FindingTypes)
        .Counter("lumen_argus_bytes_scanned_total", "Bytes of text that were scanned.", metrics.BytesScanned)
        .Counter("lumen_argus_bytes_unscanned_total", "Bytes of text that were not scanned.", metrics.BytesSkipped)
        .Counter("lumen_argus_regex_bytes_total", "Bytes that were handed to regular expressions.", metrics.BytesToRegex)
        .Histogram("lumen_argus_scan_duration_seconds", "Time from the first step of the scan to the decision.", metrics.ScanDuration)
        .Histogram("lumen_argus_scan_stage_duration_seconds", "Time in each stage of the scan.", "stage", metrics.StageDuration)
        .Counter("lumen_argus_response_scans_total", "Responses that were looked at, by action.", "action", metrics.ResponseActions)
        .Histogram("lumen_argus_response_scan_duration_seconds", "Time that the scan of a response took; none of it is spent while a caller waits.", metrics.ResponseScanDuration)
        .Counter("lumen_argus_traces_left_out_total", "Exchanges that no trace hook was told of, because too many were waiting.", traces.LeftOut)
        .Histogram("lumen_argus_request_duration_seconds", "Time from the arrival of a request to the end of its response.", metrics.RequestDuration);

    private async ValueTask<string> RenderAsync(CancellationToken cancellationToken)
    {
        var text = new MetricsText();
        Write(text);
        foreach (var (pluginId, lines) in await plugins.ReadAsync(cancellationToken))
        {
            text.Append(pluginId, lines);
        }

        return text.ToString();
    }
}

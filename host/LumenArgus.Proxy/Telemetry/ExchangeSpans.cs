using System.Diagnostics;
using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Records;
using LumenArgus.Proxy.Exchanges;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Telemetry;

/// <summary>
/// The spans of exchanges: one for each, with children for its steps. Names and meanings of the HTTP attributes are OpenTelemetry's
/// (opentelemetry.io/docs/specs/semconv/http/http-spans), the others are the original's.
/// </summary>
internal static class ExchangeSpans
{
    public const string SourceName = "LumenArgus";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly string[] KnownMethods = ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];

    /// <summary>Begins the span of an exchange; null while nobody listens.</summary>
    public static Activity? Start(Exchange exchange)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var headers = exchange.Http.Request.Headers;
        _ = ActivityContext.TryParse(headers.TraceParent, headers.TraceState, isRemote: true, out var caller);

        // The server's own activity is exported by nobody: it must not be the parent.
        Activity.Current = null;
        var span = Source.StartActivity(ActivityKind.Server, caller, name: MethodOf(exchange.Request.Method));
        if (span is not { IsAllDataRequested: true })
        {
            return span;
        }

        span.SetTag("http.request.method", MethodOf(exchange.Request.Method));
        span.SetTag("url.scheme", exchange.Http.Request.Scheme);
        span.SetTag("network.protocol.version", exchange.Http.Request.Protocol is "HTTP/1.0" ? "1.0" : "1.1");
        span.SetTag("lumen_argus.request_id", exchange.Request.RequestId);
        span.SetTag("lumen_argus.exchange_id", exchange.Request.ExchangeId.ToString());
        return span;
    }

    /// <summary>Begins the span of a step; null while nobody listens.</summary>
    public static Activity? Step(string name) => Source.StartActivity(name);

    /// <summary>Begins the span of the request to the provider; null while nobody listens.</summary>
    public static Activity? Forward(Exchange exchange)
    {
        var span = Source.StartActivity("forward", ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            var upstream = exchange.Route!.Upstream;
            span.SetTag("http.request.method", MethodOf(exchange.Request.Method));
            span.SetTag("server.address", upstream.IdnHost);
            span.SetTag("server.port", upstream.Port);
            span.SetTag("url.scheme", upstream.Scheme);
        }

        return span;
    }

    /// <summary>Ends the span of the request to the provider.</summary>
    public static void EndForward(Activity? span, Exchange exchange)
    {
        if (span is null)
        {
            return;
        }

        SetOutcome(span, exchange.Http.Response.StatusCode, exchange.Error);
        span.Dispose();
    }

    /// <summary>Ends the span of an exchange.</summary>
    public static void End(Activity? span, ExchangeRecord record)
    {
        if (span is null)
        {
            return;
        }

        if (span.IsAllDataRequested)
        {
            span.DisplayName = $"{MethodOf(record.Method)} {record.Provider}";
            span.SetTag("url.path", record.Path);
            span.SetTag("http.request.body.size", record.RequestBytes);
            span.SetTag("http.response.body.size", record.ResponseBytes);
            span.SetTag("provider", record.Provider);
            span.SetTag("body.size", record.RequestBytes);
            span.SetTag("findings.count", record.Scan.Findings.Length);
            span.SetTag("action", record.ActionName);
            span.SetTag("scan.duration_ms", record.Scan.ScanDurationMs);
            if (record.Model is not null)
            {
                span.SetTag("gen_ai.request.model", record.Model);
            }

            SetOutcome(span, record.StatusCode ?? 0, record.Error);
        }

        span.Dispose();
    }

    /// <summary>What a trace hook is told.</summary>
    public static ExchangeTrace TraceOf(Exchange exchange, ExchangeRecord record)
    {
        var headers = exchange.Http.Request.Headers;
        var hasCaller = ActivityContext.TryParse(headers.TraceParent, headers.TraceState, isRemote: true, out var caller);
        return new ExchangeTrace
        {
            Request = exchange.Request with { Path = record.Path },
            StartedAt = record.Timestamp,
            Duration = record.Duration,
            Provider = record.Provider,
            Model = record.Model,
            Action = record.Scan.Action,
            FindingsCount = record.Scan.Findings.Length,
            ScanDurationMs = record.Scan.ScanDurationMs,
            BodySize = record.RequestBytes,
            ResponseSize = record.ResponseBytes,
            StatusCode = record.StatusCode ?? 0,
            Error = record.Error,
            TraceId = exchange.Span?.TraceId.ToHexString() ?? (hasCaller ? caller.TraceId.ToHexString() : null),
            SpanId = exchange.Span?.SpanId.ToHexString(),
            ParentSpanId = hasCaller ? caller.SpanId.ToHexString() : null,
        };
    }

    private static void SetOutcome(Activity span, int statusCode, string? error)
    {
        // 4xx is an error of who sent the request: for a server, of somebody else.
        var isError = statusCode >= (span.Kind == ActivityKind.Server ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest);
        span.SetTag("http.response.status_code", statusCode);
        if (error is not null || isError)
        {
            span.SetTag("error.type", isError ? statusCode.ToString(CultureInfo.InvariantCulture) : "response_cut");
            span.SetStatus(ActivityStatusCode.Error, error);
        }
    }

    // The name of a method is the caller's choice, and attributes with any value are dear.
    private static string MethodOf(string method) => KnownMethods.Contains(method) ? method : "_OTHER";
}

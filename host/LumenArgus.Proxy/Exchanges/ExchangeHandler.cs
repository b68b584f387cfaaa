using System.Diagnostics.CodeAnalysis;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Telemetry;
using LumenArgus.Proxy.Agents;
using LumenArgus.Proxy.Control;
using LumenArgus.Proxy.Responses;
using LumenArgus.Proxy.Telemetry;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>One exchange, in order. What each step does stands in the step of that name.</summary>
internal sealed partial class ExchangeHandler(
    FramingStep framing,
    LeaseStep lease,
    AgentStep agent,
    RouteStep route,
    CaptureStep capture,
    InspectStep inspect,
    BlockStep block,
    ForwardStep forward,
    RecordStep record,
    RequestNumbers numbers,
    ProxyMetrics metrics,
    TraceHooks traces,
    TimeProvider clock,
    ILogger<ExchangeHandler> logger)
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Request boundary")]
    public async Task HandleAsync(HttpContext http)
    {
        metrics.Started();
        using var exchange = Accept(http);
        exchange.Span = ExchangeSpans.Start(exchange);
        try
        {
            await RunAsync(exchange);
        }
        catch (Exception left) when (HasLeft(left, http))
        {
            ClientLeft(exchange);
        }
        catch (BadHttpRequestException bad)
        {
            exchange.Error = bad.Message;
            await ErrorResponse.TryWriteAsync(http.Response, bad.StatusCode, "invalid_request", bad.Message);
        }
        catch (Exception failure)
        {
            await FailAsync(exchange, failure);
        }
        finally
        {
            EndTrace(exchange, await record.CompleteAsync(exchange));
            metrics.Ended();
        }
    }

    private async Task RunAsync(Exchange exchange)
    {
        if (!await framing.RunAsync(exchange) || !await lease.RunAsync(exchange) || !await agent.RunAsync(exchange) || !await route.RunAsync(exchange))
        {
            return;
        }

        using (ExchangeSpans.Step("capture"))
        {
            await capture.RunAsync(exchange);
        }

        using (ExchangeSpans.Step("inspect"))
        {
            await inspect.RunAsync(exchange);
        }

        await record.DecideAsync(exchange);
        if (exchange.Decision!.Scan.Action == PolicyAction.Block)
        {
            await block.RunAsync(exchange);
        }
        else
        {
            await ForwardAsync(exchange);
        }
    }

    private async Task ForwardAsync(Exchange exchange)
    {
        var span = ExchangeSpans.Forward(exchange);
        try
        {
            await forward.RunAsync(exchange);
        }
        finally
        {
            ExchangeSpans.EndForward(span, exchange);
        }
    }

    private void EndTrace(Exchange exchange, ExchangeRecord completed)
    {
        ExchangeSpans.End(exchange.Span, completed);
        if (traces.HasHooks)
        {
            traces.Tell(ExchangeSpans.TraceOf(exchange, completed));
        }
    }

    private Exchange Accept(HttpContext http)
    {
        var target = RequestTarget.OriginForm(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var request = numbers.Next(http.Request.Method, RequestTarget.PathOf(target));
        return new Exchange(http, request, clock.GetUtcNow(), clock.GetTimestamp()) { Target = target };
    }

    // Where it is us who cut the connection, the reader of a body may hear of it before the request is told to be aborted.
    private static bool HasLeft(Exception left, HttpContext http) =>
        left is ConnectionResetException
        || (left is OperationCanceledException && (http.RequestAborted.IsCancellationRequested || left.InnerException is ConnectionAbortedException));

    // The status is for the record only; without it an exchange that was never answered would stand there as a success.
    private static void ClientLeft(Exchange exchange)
    {
        exchange.ClientLeft = true;
        if (!exchange.Http.Response.HasStarted)
        {
            exchange.Http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
    }

    // A defect of ours must neither end the process nor look like a failure of the provider.
    private async Task FailAsync(Exchange exchange, Exception failure)
    {
        exchange.Error = $"internal error ({failure.GetType().Name})";
        Log.Failed(logger, exchange.Request.RequestId, failure.GetType().Name, failure.StackTrace ?? "");
        await ErrorResponse.TryWriteAsync(
            exchange.Http.Response, StatusCodes.Status400BadRequest, "proxy_error", "lumen-argus could not handle this request; its log says why");
    }

    private static partial class Log
    {
        // The message of an exception may quote the body: type and stack tell where, that is enough.
        [LoggerMessage(EventId = 1100, EventName = "ExchangeFailed", Level = LogLevel.Error, Message = "request #{RequestId} failed: {Type}\n{Stack}")]
        public static partial void Failed(ILogger logger, long requestId, string type, string stack);
    }
}

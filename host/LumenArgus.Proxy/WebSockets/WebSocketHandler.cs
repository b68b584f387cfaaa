using System.Diagnostics.CodeAnalysis;
using LumenArgus.Forwarding.WebSockets.Handshake;
using LumenArgus.Forwarding.WebSockets.Relay;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Live;
using LumenArgus.Proxy.Agents;
using LumenArgus.Proxy.Control;
using LumenArgus.Proxy.Exchanges;
using LumenArgus.Proxy.Responses;
using LumenArgus.Storage.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>One WebSocket, from its handshake, which is recorded like a request, to its end.</summary>
internal sealed partial class WebSocketHandler(
    LeaseStep lease,
    AgentStep agent,
    HandshakeStep handshake,
    RecordStep record,
    RequestNumbers numbers,
    MessageInspectionFactory inspections,
    LabelScan labels,
    WebSocketConnections connections,
    WebSocketHooks hooks,
    ILiveEvents live,
    CurrentGeneration current,
    ProxyMetrics metrics,
    TimeProvider clock,
    ILogger<WebSocketHandler> logger,
    IWebSocketConnectionStore? store = null)
{
    public async Task HandleAsync(HttpContext http)
    {
        metrics.Started();
        using var exchange = Accept(http);
        Stream? client = null;
        DialResult? server = null;
        try
        {
            (client, server) = await OpenAsync(exchange);
        }
        finally
        {
            await record.CompleteAsync(exchange);
            metrics.Ended();
        }

        if (client is null || server is null)
        {
            return;
        }

        await using (server)
        {
            await RelayAsync(exchange, client, server);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Request boundary")]
    private async ValueTask<(Stream? Client, DialResult? Server)> OpenAsync(Exchange exchange)
    {
        var http = exchange.Http;
        DialResult? server = null;
        try
        {
            if (!await lease.RunAsync(exchange) || !await agent.RunAsync(exchange) || (server = await handshake.RunAsync(exchange)) is null)
            {
                return default;
            }

            return (await server.AcceptAsync(http), server);
        }
        catch (Exception left) when (left is ConnectionResetException or ConnectionAbortedException || (left is OperationCanceledException && http.RequestAborted.IsCancellationRequested))
        {
            exchange.ClientLeft = true;
        }
        catch (Exception failure)
        {
            exchange.Error = $"internal error ({failure.GetType().Name})";
            Log.Failed(logger, exchange.Request.RequestId, failure.GetType().Name, failure.StackTrace ?? "");
            await ErrorResponse.TryWriteAsync(
                http.Response, StatusCodes.Status400BadRequest, "proxy_error", "lumen-argus could not handle this request; its log says why");
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }

        return default;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Request boundary")]
    private async Task RelayAsync(Exchange exchange, Stream client, DialResult server)
    {
        var config = exchange.Lease!.Generation.Config;
        var connection = await ConnectionOfAsync(exchange);
        var events = new ConnectionEvents(connection, store, hooks, live, current, clock);
        using var relay = new WebSocketRelay(client, server.Server!, inspections.OptionsFor(connection, events, server.Agreement, config), clock);
        connection.Relay = relay;

        // A connection lasts for an hour: a reload in between must not keep the generation of its beginning.
        exchange.ReleaseGeneration();
        connections.Add(connection);
        events.Opened();
        Log.Opened(logger, connection.Id, connection.TargetUrl);
        try
        {
            await relay.RunAsync(exchange.Http.RequestAborted);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, exchange.Request.RequestId, failure.GetType().Name, failure.StackTrace ?? "");
            exchange.Http.Abort();
        }
        finally
        {
            connections.Remove(connection);
            events.Closed(relay.ClosedWith);
            LogClosed(connection, relay);
        }
    }

    private void LogClosed(RelayedConnection connection, WebSocketRelay relay)
    {
        if (relay.ClosedBecause is { } reason)
        {
            Log.ClosedByUs(logger, connection.Id, relay.ClosedWith, reason);
        }
        else
        {
            Log.Closed(logger, connection.Id, relay.ClosedWith, relay.FramesSent, relay.FramesReceived);
        }
    }

    private async ValueTask<RelayedConnection> ConnectionOfAsync(Exchange exchange) => new()
    {
        Id = exchange.Request.ExchangeId,
        Request = exchange.Request,
        Provider = exchange.Route?.ProviderName ?? exchange.ProviderName,
        Labels = exchange.Route?.Provider.Labels,
        TargetUrl = await labels.MaskAsync(exchange.WebSocketTarget ?? TargetOf(exchange)),
        Origin = await labels.MaskAsync(exchange.Http.Request.Headers.Origin.ToString()),
        OpenedAt = exchange.Timestamp,
        StartedAt = exchange.StartedAt,
        Session = exchange.Decision!.Session,
    };

    private static string TargetOf(Exchange exchange)
    {
        var upstream = exchange.Route!.Upstream;
        var scheme = upstream.Scheme == Uri.UriSchemeHttps ? "wss" : "ws";
        return $"{scheme}://{upstream.Authority}{upstream.AbsolutePath.TrimEnd('/')}{RequestTarget.PathOf(exchange.Route.Target)}";
    }

    private Exchange Accept(HttpContext http)
    {
        var target = RequestTarget.OriginForm(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var request = numbers.Next(http.Request.Method, RequestTarget.PathOf(target));
        return new Exchange(http, request, clock.GetUtcNow(), clock.GetTimestamp()) { Target = target };
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1300, EventName = "WebSocketOpened", Level = LogLevel.Debug, Message = "WebSocket {ConnectionId} to {Target} is open")]
        public static partial void Opened(ILogger logger, Guid connectionId, string target);

        [LoggerMessage(
            EventId = 1301,
            EventName = "WebSocketClosed",
            Level = LogLevel.Debug,
            Message = "WebSocket {ConnectionId} is closed ({Code}); {Sent} frames went to the server, {Received} came from it")]
        public static partial void Closed(ILogger logger, Guid connectionId, int code, long sent, long received);

        [LoggerMessage(EventId = 1302, EventName = "WebSocketClosedByUs", Level = LogLevel.Information, Message = "WebSocket {ConnectionId} was closed with {Code}: {Reason}")]
        public static partial void ClosedByUs(ILogger logger, Guid connectionId, int code, string reason);

        // The message of an exception may quote what was sent: type and stack tell where, that is enough.
        [LoggerMessage(EventId = 1303, EventName = "WebSocketFailed", Level = LogLevel.Error, Message = "WebSocket of request #{RequestId} failed: {Type}\n{Stack}")]
        public static partial void Failed(ILogger logger, long requestId, string type, string stack);
    }
}

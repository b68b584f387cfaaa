using System.Diagnostics.CodeAnalysis;
using System.Net;
using LumenArgus.Forwarding.Headers;
using LumenArgus.Forwarding.Upstream;

namespace LumenArgus.Forwarding.WebSockets.Handshake;

/// <summary>
/// Asks a server to switch to WebSocket, with the client's own headers, through the same TLS trust and proxies as other requests. A handler of its
/// own serves each connection: after the switch it belongs to nobody else.
/// </summary>
public sealed class WebSocketDialer(CurrentUpstream upstream, UpstreamSlots slots, TimeProvider clock)
{
    /// <summary>Makes the handshake. It takes a slot (<c>proxy.max_connections</c>) while it lasts; an open connection has none, else idle ones would stop all requests.</summary>
    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!UpstreamUri.TryBuild(request.BaseUri, request.RawTarget, out var uri) || !RequestHeaderBlock.TryBuild(request.Headers, out var headers))
        {
            return new DialResult(DialOutcome.InvalidRequest, "the target or a header holds a character that HTTP/1.1 does not allow");
        }

        var options = upstream.Options;
        using var idle = new IdleTimer(clock, cancellationToken);
        try
        {
            using var slot = await slots.EnterAsync(cancellationToken);
            idle.Arm(options.ConnectTimeout + options.IdleTimeout);
            return await SendAsync(request, uri, headers, options, idle);
        }
        catch (Exception failure) when (UpstreamFailure.IsExpected(failure))
        {
            return Failed(failure, uri, idle);
        }
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The result owns handler, response and stream.")]
    private static async Task<DialResult> SendAsync(DialRequest request, Uri uri, RequestHeaderBlock headers, UpstreamOptions options, IdleTimer idle)
    {
        var handler = UpstreamHandler.Create(options);
        try
        {
            if (request.PublicOnly)
            {
                handler.UseProxy = false;
                handler.ConnectCallback = static (context, token) => UpstreamConnection.ConnectToPublicAsync(context.DnsEndPoint, token);
            }

            using var message = new HttpRequestMessage(HttpMethod.Get, uri);
            message.Version = HttpVersion.Version11;
            message.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            message.Headers.TryAddWithoutValidation(headers.Name, headers.Value);
            message.Headers.TryAddWithoutValidation("Connection", "Upgrade");
            message.Headers.TryAddWithoutValidation("Upgrade", "websocket");
            using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
            var response = await invoker.SendAsync(message, idle.Token);
            return new DialResult(handler, response, await response.Content.ReadAsStreamAsync(CancellationToken.None));
        }
        catch
        {
            handler.Dispose();
            throw;
        }
    }

    private static DialResult Failed(Exception exception, Uri uri, IdleTimer idle)
    {
        if (UpstreamConnection.IsForbidden(exception))
        {
            return new DialResult(DialOutcome.ForbiddenAddress, $"{uri.Host} is not in the public internet");
        }

        var failure = UpstreamFailure.From(exception, uri, idle, requestStarted: false, tookNothing: false);
        return new DialResult(failure.Outcome switch
        {
            ForwardOutcome.ClientGone => DialOutcome.ClientGone,
            ForwardOutcome.ConnectTimeout or ForwardOutcome.IdleTimeout => DialOutcome.TimedOut,
            _ => DialOutcome.Failed,
        }, failure.Detail);
    }
}

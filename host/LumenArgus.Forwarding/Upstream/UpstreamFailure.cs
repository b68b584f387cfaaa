using System.Net.Sockets;
using System.Security.Authentication;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>Turns what the handler throws into an outcome, a text without paths, queries or values, and the answer to "may it be tried again".</summary>
/// <param name="MayRetry">Only where the upstream cannot have acted upon the request: it failed to get a connection, or the upstream had closed that one before it had received any of it.</param>
internal readonly record struct UpstreamFailure(ForwardOutcome Outcome, string Detail, bool MayRetry)
{
    public static bool IsExpected(Exception exception) => exception is HttpRequestException or OperationCanceledException or IOException;

    public static UpstreamFailure From(Exception exception, Uri uri, IdleTimer idle, bool requestStarted, bool tookNothing)
    {
        var host = uri.Authority;
        if (idle.Expired)
        {
            return new UpstreamFailure(ForwardOutcome.IdleTimeout, $"{host} was silent for too long", MayRetry: false);
        }

        if (idle.CallerToken.IsCancellationRequested)
        {
            return new UpstreamFailure(ForwardOutcome.ClientGone, "the client left", MayRetry: false);
        }

        // The handler reports its connect timeout as a cancellation that nobody asked for.
        if (exception is OperationCanceledException)
        {
            return new UpstreamFailure(ForwardOutcome.ConnectTimeout, $"no connection to {host} in time", !requestStarted);
        }

        if (UpstreamConnection.IsForbidden(exception))
        {
            return new UpstreamFailure(ForwardOutcome.ForbiddenAddress, $"{host} is not in the public internet", MayRetry: false);
        }

        return exception is HttpRequestException request
            ? FromRequestException(request, host, requestStarted, tookNothing)
            : new UpstreamFailure(ForwardOutcome.UpstreamClosed, $"the connection to {host} was cut", MayRetry: false);
    }

    private static UpstreamFailure FromRequestException(HttpRequestException exception, string host, bool requestStarted, bool tookNothing) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError =>
            new UpstreamFailure(ForwardOutcome.ConnectFailed, $"the name of {host} could not be resolved", !requestStarted),
        HttpRequestError.ConnectionError =>
            new UpstreamFailure(ForwardOutcome.ConnectFailed, $"no connection to {host}: {SocketErrorOf(exception)}", !requestStarted),
        HttpRequestError.ProxyTunnelError =>
            new UpstreamFailure(ForwardOutcome.ConnectFailed, $"the system's proxy refused a tunnel to {host}", MayRetry: false),

        // A certificate that is not trusted now will not be trusted in a moment; a handshake that was cut may go through.
        HttpRequestError.SecureConnectionError =>
            new UpstreamFailure(ForwardOutcome.TlsFailed, $"TLS with {host}: {exception.InnerException?.Message ?? "handshake failed"}",
                !requestStarted && exception.InnerException is not AuthenticationException),
        HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded =>
            new UpstreamFailure(ForwardOutcome.InvalidResponse, $"{host} sent a response that is not valid HTTP/1.1 or has too large a head", MayRetry: false),

        // Not where it was reset: then what it had received need not have been acknowledged.
        _ => new UpstreamFailure(
            ForwardOutcome.UpstreamClosed, $"{host} closed the connection before it answered", tookNothing && exception.HttpRequestError == HttpRequestError.ResponseEnded),
    };

    private static string SocketErrorOf(Exception exception)
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket)
            {
                return socket.SocketErrorCode.ToString();
            }
        }

        return "connection failed";
    }
}

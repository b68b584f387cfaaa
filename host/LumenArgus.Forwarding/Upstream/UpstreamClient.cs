using System.Net;
using LumenArgus.Forwarding.Headers;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>
/// Sends requests to upstreams as they came and hands back responses as soon as their head is there.
/// </summary>
/// <remarks>
/// A request is tried again only if the upstream cannot have acted upon it: it failed to get a connection, or the connection of the pool was closed while the request was on its way (see
/// <see cref="WatchedConnection"/>); then the next attempt takes a new connection and not one of the pool, which may be as old. SocketsHttpHandler makes retries of its own
/// before it reports a failure (MEASURED on 10.0): a request <em>without content</em> whose connection, new or pooled, ended before the first byte of a
/// response is sent up to three times more. Content of any length, even 0, forbids that, so here every method that is not idempotent (RFC 9110,
/// 9.2.2) has content: the handler never sends a POST twice. A pooled connection that was closed while it was unused is noticed when it is taken from the
/// pool, before anything is written, and replaced; that is no retry.
/// </remarks>
public sealed partial class UpstreamClient : IDisposable
{
    private readonly UpstreamOptions _options;
    private readonly UpstreamSlots _slots;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly HttpMessageInvoker _invoker;
    private readonly Lazy<HttpMessageInvoker> _unpooled;
    private readonly Lazy<HttpMessageInvoker> _toPublicAddresses;
    private readonly Lazy<HttpMessageInvoker> _toPublicAddressesUnpooled;
    private int _references = 1; // the owner's; each exchange takes one until its response has ended
    private int _isDisposed;

    /// <param name="slots">Shared by the clients before and after a configuration reload; not disposed here.</param>
    /// <exception cref="InvalidOperationException">The CA bundle cannot be read; <see cref="UpstreamTrust.TryLoad"/> checks it beforehand.</exception>
    public UpstreamClient(UpstreamOptions options, UpstreamSlots slots, TimeProvider clock, ILogger logger)
        : this(options, slots, clock, logger, UpstreamHandler.Create(options ?? throw new ArgumentNullException(nameof(options))))
    {
    }

    internal UpstreamClient(UpstreamOptions options, UpstreamSlots slots, TimeProvider clock, ILogger logger, HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(logger);
        _options = options;
        _slots = slots;
        _clock = clock;
        _logger = logger;
        _invoker = new HttpMessageInvoker(handler);
        _unpooled = new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(UpstreamHandler.Create(options, pools: false)));
        _toPublicAddresses = new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(UpstreamHandler.CreateForPublicAddresses(options)));
        _toPublicAddressesUnpooled = new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(UpstreamHandler.CreateForPublicAddresses(options, pools: false)));
    }

    /// <summary>Sends a request.</summary>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public ValueTask<ForwardResult> SendAsync(ForwardRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(!TryEnter(), this);
        return SendEnteredAsync(request, cancellationToken);
    }

    /// <summary>Closes the connections as soon as the last exchange that uses the client has ended.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Leave();
        }
    }

    /// <summary>Takes part in the use of the client. Each success needs one <see cref="SendEnteredAsync"/>.</summary>
    /// <returns>False if it is disposed: there is a newer one.</returns>
    internal bool TryEnter()
    {
        var count = Volatile.Read(ref _references);
        while (count > 0 && Volatile.Read(ref _isDisposed) == 0)
        {
            var seen = Interlocked.CompareExchange(ref _references, count + 1, count);
            if (seen == count)
            {
                return true;
            }

            count = seen;
        }

        return false;
    }

    internal void Leave()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            _invoker.Dispose();
            foreach (var made in new[] { _unpooled, _toPublicAddresses, _toPublicAddressesUnpooled })
            {
                if (made.IsValueCreated)
                {
                    made.Value.Dispose();
                }
            }
        }
    }

    internal async ValueTask<ForwardResult> SendEnteredAsync(ForwardRequest request, CancellationToken cancellationToken)
    {
        ForwardResult? result = null;
        try
        {
            result = await SendInSlotAsync(request, cancellationToken);
            return result;
        }
        finally
        {
            // With a response it is the response that leaves.
            if (result?.Response is null)
            {
                Leave();
            }
        }
    }

    private async ValueTask<ForwardResult> SendInSlotAsync(ForwardRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!UpstreamUri.TryBuild(request.BaseUri, request.RawTarget, out var uri))
        {
            return Refused("the request target has no path that can be forwarded");
        }

        if (!RequestHeaderBlock.TryBuild(request.Headers, out var headers))
        {
            return Refused("a header holds a character that HTTP/1.1 does not allow");
        }

        if (!RequestMethod.TryParse(request.Method, out var method))
        {
            return Refused("the method is not one that can be forwarded");
        }

        UpstreamSlot slot;
        try
        {
            slot = await _slots.EnterAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ClientGone(attempts: 0);
        }

        var idle = new IdleTimer(_clock, cancellationToken);
        ForwardResult? result = null;
        try
        {
            result = await SendWithRetriesAsync(request, method, uri, headers, idle, slot);
            return result;
        }
        finally
        {
            if (result?.Response is null)
            {
                idle.Dispose();
                slot.Dispose();
            }
        }
    }

    private static ForwardResult ClientGone(int attempts) => new(ForwardOutcome.ClientGone, "the client left", Response: null, attempts);

    private static ForwardResult Refused(string detail) => new(ForwardOutcome.InvalidRequest, detail, Response: null, Attempts: 0);

    private async ValueTask<ForwardResult> SendWithRetriesAsync(
        ForwardRequest request, HttpMethod method, Uri uri, RequestHeaderBlock headers, IdleTimer idle, UpstreamSlot slot)
    {
        var invoker = request.PublicOnly ? _toPublicAddresses.Value : _invoker;
        for (var attempt = 1; ; attempt++)
        {
            var content = request.HasBody || RequestMethod.AlwaysHasContent(method)
                ? new RequestBodyContent(request.Body, request.Rest, idle, _options.IdleTimeout)
                : null;
            using var message = new HttpRequestMessage(method, uri);
            message.Version = HttpVersion.Version11;
            message.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            message.Content = content;
            message.Headers.TryAddWithoutValidation(headers.Name, headers.Value);

            // Until the body starts a connection may still have to be made, which has its own limit.
            idle.Arm(_options.ConnectTimeout + _options.IdleTimeout);
            var sending = SendAttempt.Begin();
            try
            {
                var response = await invoker.SendAsync(message, idle.Token);
                return await AcceptAsync(response, uri, idle, slot, attempt);
            }
            catch (Exception exception) when (UpstreamFailure.IsExpected(exception))
            {
                // The listener may tell of a reset here before it cancels the request.
                if (request.Rest is { IsCut: true })
                {
                    return ClientGone(attempt);
                }

                if (request.Rest is { IsBroken: true } && !idle.CallerToken.IsCancellationRequested)
                {
                    return Refused("the request body ended before its end");
                }

                // What follows a captured body comes once only.
                var tookNothing = request.Rest is null && sending.TookNothing;
                var failure = UpstreamFailure.From(exception, uri, idle, content?.Started ?? false, tookNothing);
                if (!failure.MayRetry || attempt > _options.Retries)
                {
                    Log.Failed(_logger, failure.Outcome, failure.Detail, attempt);
                    return new ForwardResult(failure.Outcome, failure.Detail, Response: null, attempt);
                }

                Log.Retrying(_logger, failure.Outcome, failure.Detail, attempt);
                if (tookNothing)
                {
                    invoker = (request.PublicOnly ? _toPublicAddressesUnpooled : _unpooled).Value;
                }
            }
        }
    }

    private async ValueTask<ForwardResult> AcceptAsync(HttpResponseMessage response, Uri uri, IdleTimer idle, UpstreamSlot slot, int attempt)
    {
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
        {
            response.Dispose();
            return new ForwardResult(ForwardOutcome.InvalidResponse, $"{uri.Authority} switched protocols without being asked", Response: null, attempt);
        }

        if (!ResponseHeaders.HasOneLength(response))
        {
            response.Dispose();
            return new ForwardResult(ForwardOutcome.InvalidResponse, $"{uri.Authority} sent a response with more than one length", Response: null, attempt);
        }

        idle.Pause();
        var body = await response.Content.ReadAsStreamAsync(CancellationToken.None);
        return new ForwardResult(ForwardOutcome.Ok, "", new UpstreamResponse(response, body, idle, _options.IdleTimeout, slot, this), attempt);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1010, EventName = "UpstreamRetry", Level = LogLevel.Warning,
            Message = "Upstream attempt {Attempt} failed before the upstream had any of it ({Outcome}: {Detail}); trying again")]
        public static partial void Retrying(ILogger logger, ForwardOutcome outcome, string detail, int attempt);

        [LoggerMessage(EventId = 1011, EventName = "UpstreamFailed", Level = LogLevel.Debug,
            Message = "Upstream attempt {Attempt} failed ({Outcome}: {Detail})")]
        public static partial void Failed(ILogger logger, ForwardOutcome outcome, string detail, int attempt);
    }
}

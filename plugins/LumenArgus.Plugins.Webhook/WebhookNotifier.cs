using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Webhook;

/// <summary>Sends one message. What a receiver answers beside its status is not read.</summary>
internal sealed class WebhookNotifier(WebhookSettings settings, WebhookClient client, ITemplateRenderer templates, TimeProvider clock) : INotifier
{
    private const string ContentTypeHeader = "Content-Type";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public async ValueTask<DeliveryResult> NotifyAsync(Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        WebhookBody body;
        try
        {
            body = WebhookBody.Of(notification, settings.Template, templates);
        }
        catch (FormatException failure)
        {
            return DeliveryResult.Refused(failure.Message);
        }

        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Request(body);
            using var response = await client.SendAsync(request, linked.Token);
            return ResultOf(response);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return DeliveryResult.Failed($"The receiver has not answered within {Timeout.TotalSeconds} seconds.");
        }
        catch (HttpRequestException failure)
        {
            return ResultOf(failure);
        }
        catch (IOException failure)
        {
            return ResultOf(failure);
        }
    }

    private HttpRequestMessage Request(WebhookBody body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new ReadOnlyMemoryContent(body.Content), Version = HttpVersion.Version11 };
        request.Headers.TryAddWithoutValidation("User-Agent", "LumenArgus");
        request.Content.Headers.TryAddWithoutValidation(ContentTypeHeader, body.ContentType);
        foreach (var (name, value) in settings.Headers)
        {
            if (name.Equals(ContentTypeHeader, StringComparison.OrdinalIgnoreCase))
            {
                request.Content.Headers.Remove(ContentTypeHeader);
            }

            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        var timestamp = WebhookSignature.TimestampOf(clock.GetUtcNow());
        request.Headers.TryAddWithoutValidation(WebhookSignature.TimestampHeader, timestamp);
        if (settings.Secret is { } secret)
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.SignatureHeader, WebhookSignature.Of(secret, timestamp, body.Content.Span));
        }

        return request;
    }

    private DeliveryResult ResultOf(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            >= 200 and < 300 => DeliveryResult.Sent,
            >= 300 and < 400 => DeliveryResult.Refused($"The receiver answered {status}: redirects are not followed."),
            408 or 425 or 429 or >= 500 => DeliveryResult.Failed($"The receiver answered {status}.") with { RetryAfter = RetryAfter(response) },
            _ => DeliveryResult.Refused($"The receiver answered {status}."),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };

    // In our own words: what is thrown names hosts and addresses, which may be part of a credential.
    private static DeliveryResult ResultOf(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case ForbiddenAddressException:
                    return DeliveryResult.Refused(ForbiddenAddressException.Advice);
                case AuthenticationException:
                    return DeliveryResult.Failed("The certificate of the receiver is not trusted.");
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return DeliveryResult.Failed("The name of the receiver is not known.");
                case SocketException socket:
                    return DeliveryResult.Failed($"The receiver cannot be reached ({socket.SocketErrorCode}).");
            }
        }

        return DeliveryResult.Failed("The connection to the receiver broke.");
    }
}

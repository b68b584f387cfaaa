namespace LumenArgus.Forwarding.Upstream;

/// <summary>A response whose head has arrived. Disposing it gives back the slot; a connection whose body was not read to the end is closed at once.</summary>
public sealed class UpstreamResponse : IDisposable
{
    private readonly UpstreamSlot _slot;
    private UpstreamClient? _client;

    internal UpstreamResponse(HttpResponseMessage message, Stream body, IdleTimer idle, TimeSpan idleTimeout, UpstreamSlot slot, UpstreamClient client)
    {
        Message = message;
        Body = body;
        Idle = idle;
        IdleTimeout = idleTimeout;
        _slot = slot;
        _client = client;
    }

    public int StatusCode => (int)Message.StatusCode;

    /// <summary>The media type with its parameters, as sent; null if there is none.</summary>
    public string? ContentType => Message.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;

    /// <summary>The content codings, as sent; null if there are none.</summary>
    public string? ContentEncoding => Message.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values) ? values.ToString() : null;

    internal HttpResponseMessage Message { get; }

    internal Stream Body { get; }

    internal IdleTimer Idle { get; }

    internal TimeSpan IdleTimeout { get; }

    public void Dispose()
    {
        Message.Dispose();
        Idle.Dispose();
        _slot.Dispose();
        Interlocked.Exchange(ref _client, null)?.Leave();
    }
}

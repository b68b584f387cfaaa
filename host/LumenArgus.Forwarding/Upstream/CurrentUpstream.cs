using Microsoft.Extensions.Logging;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>
/// Holds the client that new exchanges use. A reload puts one with other options in its place; the one before serves the exchanges it has and then
/// closes its connections.
/// </summary>
public sealed class CurrentUpstream : IDisposable
{
    private readonly UpstreamSlots _slots;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private Entry _current;

    /// <param name="slots">Shared by all clients; not disposed here.</param>
    /// <exception cref="InvalidOperationException">The CA bundle cannot be read.</exception>
    public CurrentUpstream(UpstreamOptions options, UpstreamSlots slots, TimeProvider clock, ILogger logger)
    {
        _slots = slots;
        _clock = clock;
        _logger = logger;
        _current = Create(options);
    }

    /// <summary>What the client in use was built from.</summary>
    public UpstreamOptions Options => Volatile.Read(ref _current).Options;

    public ValueTask<ForwardResult> SendAsync(ForwardRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var entry = Volatile.Read(ref _current);

            // Fails only if a replacement came between the two: then there is a newer one.
            if (entry.Client.TryEnter())
            {
                return entry.Client.SendEnteredAsync(request, cancellationToken);
            }

            ObjectDisposedException.ThrowIf(ReferenceEquals(entry, Volatile.Read(ref _current)), this);
        }
    }

    /// <summary>Has new exchanges use other options. Calls come one at a time.</summary>
    /// <exception cref="InvalidOperationException">The CA bundle cannot be read; the client of before stays.</exception>
    public void Replace(UpstreamOptions options) => Interlocked.Exchange(ref _current, Create(options)).Client.Dispose();

    public void Dispose() => Volatile.Read(ref _current).Client.Dispose();

    private Entry Create(UpstreamOptions options) => new(options, new UpstreamClient(options, _slots, _clock, _logger));

    private sealed record Entry(UpstreamOptions Options, UpstreamClient Client);
}

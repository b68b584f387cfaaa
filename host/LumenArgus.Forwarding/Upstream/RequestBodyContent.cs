using System.Net;
using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>
/// The captured body, with what follows it, as content of one attempt. It is written in slices so that each one that the network takes restarts the idle timer,
/// and it remembers that writing began: from then on the request may have reached the provider and is never sent again.
/// </summary>
internal sealed class RequestBodyContent(ReadOnlyMemory<byte> body, BodyRest? rest, IdleTimer idle, TimeSpan idleTimeout) : HttpContent
{
    private const int SliceBytes = 128 * 1024;
    private volatile bool _started;

    public bool Started => _started;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _started = true;
        idle.Arm(idleTimeout);
        for (var left = body; left.Length > 0;)
        {
            var slice = left[..Math.Min(left.Length, SliceBytes)];
            await stream.WriteAsync(slice, cancellationToken);
            left = left[slice.Length..];
            idle.Arm(idleTimeout);
        }

        if (rest is not null)
        {
            await rest.CopyToAsync(stream, idle.Pause, () => idle.Arm(idleTimeout), cancellationToken);
            idle.Arm(idleTimeout);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length + (rest is null ? 0 : rest.Length ?? 0);
        return rest is not { Length: null };
    }
}

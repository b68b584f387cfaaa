using System.Buffers;
using System.IO.Pipelines;
using LumenArgus.Forwarding.Headers;
using LumenArgus.Forwarding.Upstream;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Forwarding.Responses;

/// <summary>
/// Copies a response to the client as it arrives: every read is flushed, none waits for a buffer to fill. The idle timer runs only while a read
/// waits; a slow client holds the upstream back through TCP instead.
/// </summary>
public static class ResponseRelay
{
    private const int ReadBytes = 32 * 1024;

    /// <param name="held">Bytes of the body that were read before (see <see cref="HeldResponse"/>); the rest follows them.</param>
    /// <param name="transform">Changes the body; null: it goes on in its own bytes.</param>
    /// <param name="tap">Sees each chunk when it is on its way to the client, so that it costs none of it any time; it must not keep the span.</param>
    /// <remarks>When the upstream is cut or falls silent the client's connection is aborted: a truncated body must never look complete.</remarks>
    public static async ValueTask<RelayResult> CopyAsync(
        UpstreamResponse response, HttpContext context, ReadOnlyMemory<byte> held, IResponseTransform? transform, Action<ReadOnlySpan<byte>>? tap, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(context);
        ResponseHeaders.Copy(response.Message, context.Response);
        if (transform is not null)
        {
            context.Response.ContentLength = null;
        }

        var copied = 0L;
        var writer = context.Response.BodyWriter;
        var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            if (!held.IsEmpty && await WriteAsync(writer, held, transform, cancellationToken))
            {
                return Gone(copied);
            }

            copied = held.Length;
            var reading = ReadAsync(response, buffer);
            if (!reading.IsCompleted || transform is not null)
            {
                // The head goes out at once: the first event of a stream may be a minute away. With a body that is already here it shares a packet, unless that is to be changed
                // and perhaps held back.
                await writer.FlushAsync(cancellationToken);
            }

            for (var read = await reading; read > 0; read = await ReadAsync(response, buffer))
            {
                var chunk = buffer.AsMemory(0, read);
                if (await WriteAsync(writer, chunk, transform, cancellationToken))
                {
                    return Gone(copied);
                }

                tap?.Invoke(chunk.Span);
                copied += read;
            }

            if (transform is not null && await WriteAsync(writer, await transform.CompleteAsync(cancellationToken), transform: null, cancellationToken))
            {
                return Gone(copied);
            }

            ResponseHeaders.CopyTrailers(response.Message, context.Response);
            return new RelayResult(ForwardOutcome.Ok, copied, "");
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or HttpRequestException)
        {
            // Both before the abort, which cancels the client's token too.
            var silent = response.Idle.Expired;
            var clientLeft = cancellationToken.IsCancellationRequested || response.Idle.CallerToken.IsCancellationRequested
                || context.RequestAborted.IsCancellationRequested;
            context.Abort();
            if (silent)
            {
                return new RelayResult(ForwardOutcome.IdleTimeout, copied, "the upstream was silent for too long");
            }

            return clientLeft
                ? Gone(copied)
                : new RelayResult(ForwardOutcome.UpstreamClosed, copied, "the upstream cut the response");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <returns>Whether the client has gone.</returns>
    private static async ValueTask<bool> WriteAsync(PipeWriter writer, ReadOnlyMemory<byte> chunk, IResponseTransform? transform, CancellationToken cancellationToken)
    {
        if (transform is not null)
        {
            chunk = await transform.TransformAsync(chunk, cancellationToken);
            if (chunk.IsEmpty)
            {
                return false;
            }
        }

        var flushed = await writer.WriteAsync(chunk, cancellationToken);
        return flushed.IsCompleted || flushed.IsCanceled;
    }

    private static RelayResult Gone(long copied) => new(ForwardOutcome.ClientGone, copied, "the client left");

    internal static async ValueTask<int> ReadAsync(UpstreamResponse response, Memory<byte> buffer)
    {
        response.Idle.Arm(response.IdleTimeout);
        var read = await response.Body.ReadAsync(buffer, response.Idle.Token);
        response.Idle.Pause();
        return read;
    }
}

using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace LumenArgus.Forwarding.Bodies;

/// <summary>The end of a request body that was not captured: it goes from the caller to the upstream as it comes, and is never held as a whole.</summary>
public sealed class BodyRest
{
    private readonly PipeReader _reader;
    private long _copied;

    internal BodyRest(PipeReader reader, long? length) => (_reader, Length) = (reader, length);

    /// <summary>How many bytes it has; null for a body that does not say how long it is.</summary>
    public long? Length { get; }

    /// <summary>How many bytes were handed on so far.</summary>
    public long Copied => Interlocked.Read(ref _copied);

    /// <summary>Whether the caller ended it in a way that HTTP does not allow.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the caller's connection was reset within it.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Hands on what comes. Once only.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="beforeRead">Called before it waits for the caller.</param>
    /// <param name="beforeWrite">Called before it waits for the target.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">The caller cut the body, or the target does not take it.</exception>
    internal async Task CopyToAsync(Stream target, Action beforeRead, Action beforeWrite, CancellationToken cancellationToken)
    {
        while (true)
        {
            beforeRead();
            var read = await ReadAsync(cancellationToken);
            beforeWrite();
            foreach (var segment in read.Buffer)
            {
                await target.WriteAsync(segment, cancellationToken);
                Interlocked.Add(ref _copied, segment.Length);
            }

            _reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.ReadAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            IsCut = exception is ConnectionResetException;
            IsBroken = !IsCut;
            throw;
        }
    }
}

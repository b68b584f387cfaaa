namespace LumenArgus.Forwarding.Responses;

/// <summary>Changes a response on its way to the client. What has not been given out when the upstream cuts the response is not sent.</summary>
public interface IResponseTransform
{
    /// <summary>Takes a chunk as it came.</summary>
    /// <returns>What can go on, perhaps nothing; valid until the next call.</returns>
    ValueTask<ReadOnlyMemory<byte>> TransformAsync(ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken);

    /// <summary>Ends the response, which has come to its end.</summary>
    /// <returns>The rest.</returns>
    ValueTask<ReadOnlyMemory<byte>> CompleteAsync(CancellationToken cancellationToken);
}

using System.Buffers;

namespace LumenArgus.Forwarding.Responses;

/// <summary>Changes a response on its way to the client. What has not been written when the upstream cuts the response is not sent.</summary>
public interface IResponseTransform
{
    /// <summary>Takes a chunk as it came and writes what can go on.</summary>
    ValueTask TransformAsync(ReadOnlyMemory<byte> chunk, IBufferWriter<byte> output, CancellationToken cancellationToken);

    /// <summary>Writes the rest, when the response has come to its end.</summary>
    ValueTask CompleteAsync(IBufferWriter<byte> output, CancellationToken cancellationToken);
}

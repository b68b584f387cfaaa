using System.IO.Compression;

namespace LumenArgus.Testing.WebSockets;

/// <summary>Compresses messages for permessage-deflate (RFC 7692, 7.2.1), each with what came before in its window or each on its own.</summary>
public sealed class MessageDeflater(bool keepsContext) : IDisposable
{
    private MemoryStream _output = new();
    private DeflateStream? _deflate;

    public byte[] Deflate(byte[] message, CompressionLevel level = CompressionLevel.Optimal)
    {
        if (!keepsContext || _deflate is null)
        {
            _deflate?.Dispose();
            _output = new MemoryStream();
            _deflate = new DeflateStream(_output, level, leaveOpen: true);
        }

        _output.SetLength(0);
        _deflate.Write(message);
        _deflate.Flush();
        var bytes = _output.ToArray();

        // A flush ends with an empty block of which the last four bytes are not sent; without a message nothing is written at all.
        return bytes.AsSpan().EndsWith(new byte[] { 0, 0, 0xFF, 0xFF }) ? bytes[..^4] : [0];
    }

    public void Dispose()
    {
        _deflate?.Dispose();
        _output.Dispose();
    }
}

using System.Buffers;
using System.Buffers.Binary;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>
/// Messages over two pipes: length, kind, number of the call, content. Any thread sends, one receives. A body's texts go from where they stand to the pipe; they are never
/// put together first.
/// </summary>
internal sealed class WireChannel(Stream input, Stream output) : IDisposable
{
    private const int HeaderBytes = 9;
    private const int BufferBytes = 64 * 1024;

    private readonly Lock _sending = new();
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly byte[] _header = new byte[HeaderBytes];
    private int _used;

    /// <exception cref="IOException">The other end is gone.</exception>
    public void Send(MessageKind kind, int call, ReadOnlySpan<byte> content = default)
    {
        lock (_sending)
        {
            Begin(kind, call, content.Length);
            Put(content);
            Flush();
        }
    }

    /// <summary>Sends a message that ends with the texts of a batch.</summary>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void Send(MessageKind kind, int call, ReadOnlySpan<byte> head, ScanBatch batch, int textBytes)
    {
        lock (_sending)
        {
            Begin(kind, call, head.Length + textBytes);
            Put(head);
            foreach (var field in batch)
            {
                Put(field.Utf8);
            }

            Flush();
        }
    }

    /// <summary>Waits for the next message.</summary>
    /// <param name="maxBytes">The most that is taken.</param>
    /// <returns>Null when the other end is gone.</returns>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public WireMessage? Receive(int maxBytes)
    {
        if (!Fill(_header))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(_header);
        if (length < 0 || length > maxBytes)
        {
            throw new InvalidDataException($"A message has {length} bytes, at most {maxBytes} are taken.");
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        var message = new WireMessage((MessageKind)_header[4], BinaryPrimitives.ReadInt32LittleEndian(_header.AsSpan(5)), buffer, length);
        if (Fill(buffer.AsSpan(0, length)))
        {
            return message;
        }

        message.Dispose();
        return null;
    }

    public void Dispose()
    {
        input.Dispose();
        output.Dispose();
    }

    private bool Fill(Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            var read = input.Read(target);
            if (read == 0)
            {
                return false;
            }

            target = target[read..];
        }

        return true;
    }

    private void Begin(MessageKind kind, int call, int length)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        BinaryPrimitives.WriteInt32LittleEndian(header, length);
        header[4] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(header[5..], call);
        _used = 0;
        Put(header);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BufferBytes - _used)
        {
            Flush();
        }

        if (bytes.Length > BufferBytes)
        {
            output.Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private void Flush()
    {
        output.Write(_buffer.AsSpan(0, _used));
        output.Flush();

        // It held a part of a body.
        _buffer.AsSpan(0, _used).Clear();
        _used = 0;
    }
}

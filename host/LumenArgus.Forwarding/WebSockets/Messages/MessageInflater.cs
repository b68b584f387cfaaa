using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace LumenArgus.Forwarding.WebSockets.Messages;

/// <summary>
/// Inflates the messages of one direction as they come (RFC 7692, 7.2.2), for looking only. It keeps the window, so a message may refer back to
/// the ones before; once it has failed, those that do are lost with it.
/// </summary>
internal sealed class MessageInflater : IDisposable
{
    private const int OutputBytes = 16 * 1024;

    // What a sender takes off the end of each message.
    private static readonly ReadOnlyMemory<byte> Tail = new byte[] { 0x00, 0x00, 0xFF, 0xFF };

    private readonly FeedStream _source = new();
    private readonly DeflateStream _inflate;
    private readonly byte[] _output = ArrayPool<byte>.Shared.Rent(OutputBytes);
    private Task<int>? _reading;

    public MessageInflater() => _inflate = new DeflateStream(_source, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Inflates a part of a message.</summary>
    public InflateStatus Add<TState>(ReadOnlyMemory<byte> compressed, TState state, ReadOnlySpanAction<byte, TState> output)
    {
        if (compressed.IsEmpty)
        {
            return InflateStatus.Ok;
        }

        _source.Give(compressed);
        while (true)
        {
            _reading ??= StartReading();
            if (!_reading.IsCompleted)
            {
                return InflateStatus.Ok;
            }

            if (!_reading.IsCompletedSuccessfully)
            {
                // What was inflated before the damage, of which the stream does not say how much it is: the room was clear.
                output(_output.AsSpan(0, _output.AsSpan(0, OutputBytes).LastIndexOfAnyExcept((byte)0) + 1), state);
                return InflateStatus.Corrupt;
            }

            var read = ResultOf(_reading);
            _reading = null;
            if (read == 0)
            {
                return InflateStatus.Ended;
            }

            output(_output.AsSpan(0, read), state);
        }
    }

    /// <summary>Inflates what is left of a message at its end.</summary>
    public InflateStatus End<TState>(TState state, ReadOnlySpanAction<byte, TState> output) => Add(Tail, state, output);

    public void Dispose()
    {
        _inflate.Dispose();
        _source.Dispose();

        // A read that waits for bytes still has the buffer, but nothing will ever complete it.
        Array.Clear(_output);
        ArrayPool<byte>.Shared.Return(_output);
    }

    private Task<int> StartReading()
    {
        _output.AsSpan(0, OutputBytes).Clear();
        return _inflate.ReadAsync(_output.AsMemory(0, OutputBytes)).AsTask();
    }

    [SuppressMessage("Usage", "VSTHRD002", Justification = "It has completed.")]
    private static int ResultOf(Task<int> completed) => completed.GetAwaiter().GetResult();
}

using System.Buffers;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>A message that was received. Its bytes are from a pool: whoever takes it gives them back, cleared, because they may be of a body.</summary>
internal sealed class WireMessage(MessageKind kind, int call, byte[] buffer, int length) : IDisposable
{
    private byte[]? _buffer = buffer;

    public MessageKind Kind { get; } = kind;

    public int Call { get; } = call;

    public ReadOnlySpan<byte> Payload => Buffer.AsSpan(0, length);

    public ReadOnlyMemory<byte> Memory => Buffer.AsMemory(0, length);

    private byte[] Buffer => _buffer ?? throw new ObjectDisposedException(nameof(WireMessage));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } held)
        {
            held.AsSpan(0, length).Clear();
            ArrayPool<byte>.Shared.Return(held);
        }
    }
}

using System.Threading.Channels;

namespace LumenArgus.Dashboard.Live;

/// <summary>Somebody who looks. One who reads too slowly is cut off; his browser comes again and gets what he missed.</summary>
/// <param name="cut">Ends his connection, on which a write may wait for ever.</param>
internal sealed class LiveClient(Action? cut = null)
{
    /// <summary>How many writes may wait for him: at the pace of a flood eight seconds.</summary>
    public const int MaxWaiting = 32;

    private readonly Channel<ReadOnlyMemory<byte>> _waiting = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(MaxWaiting) { SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>What is to be written to him; the bytes are those of all others.</summary>
    public ChannelReader<ReadOnlyMemory<byte>> Waiting => _waiting.Reader;

    /// <summary>Gives him something.</summary>
    /// <returns>False if there is no more room.</returns>
    public bool TrySend(ReadOnlyMemory<byte> bytes) => _waiting.Writer.TryWrite(bytes);

    /// <summary>Nothing comes any more.</summary>
    public void Leave() => _waiting.Writer.TryComplete();

    /// <summary>Cuts him off, and lets go of what waits for him.</summary>
    public void Cut()
    {
        Leave();
        while (_waiting.Reader.TryRead(out _))
        {
        }

        cut?.Invoke();
    }
}

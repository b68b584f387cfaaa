using System.Threading.Channels;

namespace LumenArgus.Dashboard.Live;

/// <summary>Somebody who looks. One who reads too slowly is left behind; his browser comes again and gets what he missed.</summary>
internal sealed class LiveClient
{
    private const int MaxWaiting = 256;

    private readonly Channel<LiveEvent> _waiting = Channel.CreateBounded<LiveEvent>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

    public ChannelReader<LiveEvent> Events => _waiting.Reader;

    /// <summary>Gives him an event.</summary>
    /// <returns>False if he is left behind now.</returns>
    public bool TrySend(LiveEvent told)
    {
        if (_waiting.Writer.TryWrite(told))
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => _waiting.Writer.TryComplete();
}

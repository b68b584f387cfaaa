using LumenArgus.Forwarding.WebSockets.Frames;

namespace LumenArgus.Forwarding.WebSockets.Relay;

/// <summary>
/// Moves the frames of one connection between its two ends, in their own bytes. It is no end itself: handshake, extensions, pings and close codes are
/// between client and server; only where a message is refused or the protocol broken does it close both.
/// </summary>
public sealed class WebSocketRelay : IRelayControl, IDisposable
{
    private readonly RelayOptions _options;
    private readonly TimeProvider _clock;
    private readonly FrameSink _toServer;
    private readonly FrameSink _toClient;
    private readonly FramePump _outbound;
    private readonly FramePump _inbound;
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _lock = new();
    private long _lastMove;
    private int _closeCode;
    private string? _closedBecause;

    public WebSocketRelay(Stream client, Stream server, RelayOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        _options = options;
        _clock = clock;
        _toServer = new FrameSink(server);
        _toClient = new FrameSink(client);
        _outbound = new FramePump(client, _toServer, isClient: true, options, this);
        _inbound = new FramePump(server, _toClient, isClient: false, options, this);
        _lastMove = clock.GetTimestamp();
    }

    /// <summary>Frames to the server.</summary>
    public long FramesSent => _outbound.FrameCount;

    /// <summary>Frames from the server.</summary>
    public long FramesReceived => _inbound.FrameCount;

    /// <summary>The code of the first close frame; see <see cref="CloseCode"/> for what there is without one.</summary>
    public int ClosedWith => _closeCode == 0 ? CloseCode.Abnormal : _closeCode;

    /// <summary>Why we closed it; null if one of its ends did.</summary>
    public string? ClosedBecause => _closedBecause;

    /// <summary>How long nothing has come from either end.</summary>
    public TimeSpan Silence => _clock.GetElapsedTime(Interlocked.Read(ref _lastMove));

    /// <summary>Relays until the connection has ended.</summary>
    /// <param name="cancellationToken">Cuts it.</param>
    /// <returns>A task that never fails because of one of the ends.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var cut = cancellationToken.UnsafeRegister(static ending => ((CancellationTokenSource)ending!).Cancel(), _ending);
        await using var idle = _clock.CreateTimer(static relay => ((WebSocketRelay)relay!).CloseIfIdle(), this, _options.IdleTimeout, _options.IdleTimeout / 2);
        var outbound = _outbound.RunAsync(_ending.Token);
        var inbound = _inbound.RunAsync(_ending.Token);
        var first = await Task.WhenAny(outbound, inbound);
        if (await first == PumpEnd.Gone)
        {
            // A half of a connection is none: what is still under way to who is gone leads nowhere.
            await _ending.CancelAsync();
            await Task.WhenAll(outbound, inbound);
            return;
        }

        // The other end answers with a close frame of its own; one that never does is not waited for.
        using var patience = new CancellationTokenSource(_options.CloseTimeout, _clock);
        await using var impatience = patience.Token.UnsafeRegister(static ending => ((CancellationTokenSource)ending!).Cancel(), _ending);
        await Task.WhenAll(outbound, inbound);
    }

    /// <summary>Closes both ends with a frame of ours, unless they are closing already. The relay ends when they have answered, or soon.</summary>
    public async Task CloseAsync(int code, string reason)
    {
        lock (_lock)
        {
            if (_closedBecause is not null)
            {
                return;
            }

            _closedBecause = reason;
            _closeCode = _closeCode == 0 ? code : _closeCode;
        }

        using var patience = new CancellationTokenSource(_options.CloseTimeout, _clock);
        try
        {
            await Task.WhenAll(
                _toServer.CloseAsync(FrameWriting.Close(code, reason, mask: true), patience.Token),
                _toClient.CloseAsync(FrameWriting.Close(code, reason, mask: false), patience.Token));
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Who does not take it is gone, or will be.
        }

        EndSoon();
    }

    void IRelayControl.Moved() => Interlocked.Exchange(ref _lastMove, _clock.GetTimestamp());

    void IRelayControl.Closing(int code)
    {
        lock (_lock)
        {
            _closeCode = _closeCode == 0 ? code : _closeCode;
        }
    }

    public void Dispose()
    {
        _outbound.Dispose();
        _inbound.Dispose();
        _toServer.Dispose();
        _toClient.Dispose();
        _ending.Dispose();
    }

    private void CloseIfIdle()
    {
        if (Silence >= _options.IdleTimeout)
        {
            _ = CloseAsync(CloseCode.GoingAway, "nothing was sent for a long time");
        }
    }

    // Neither end may answer.
    private void EndSoon()
    {
        try
        {
            _ending.CancelAfter(_options.CloseTimeout);
        }
        catch (ObjectDisposedException)
        {
            // Both have.
        }
    }
}

using System.Buffers;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.WebSockets.Frames;

namespace LumenArgus.Forwarding.WebSockets.Messages;

/// <summary>One message while it is held: the frames as they came, which leave if it may go, and beside them what they say.</summary>
internal sealed class HeldMessage : IDisposable
{
    // Frames without payload could go on for ever without the message growing.
    private const int HeadBytes = 64 * 1024;

    private readonly BodyBuffer _frames;
    private readonly BodyBuffer _payload;
    private readonly PayloadReader _reader;
    private readonly int _limit;
    private long _beyond;

    private HeldMessage(BodyBuffer frames, BodyBuffer payload, PayloadReader reader, int limit)
    {
        _frames = frames;
        _payload = payload;
        _reader = reader;
        _limit = limit;
    }

    /// <summary>Whether more has come than is held for looking. Nothing may be added then.</summary>
    public bool IsOverLimit => _beyond > 0 || _frames.Length > (long)_limit + HeadBytes;

    /// <summary>Begins to hold a message, when there is memory for it.</summary>
    public static async ValueTask<HeldMessage> BeginAsync(FrameStep first, PayloadReader reader, int limit, BodyBudget budget, CancellationToken cancellationToken)
    {
        // A length is only a claim: what it says beyond the first kilobytes is taken as the bytes come.
        var guess = (int)Math.Clamp(first.Header.PayloadLength + FrameHeader.MaxLength, 256, 32 * 1024);
        var reservation = await budget.ReserveAsync(2L * guess, cancellationToken);
        var frames = new BodyBuffer(reservation, guess);
        try
        {
            var payload = new BodyBuffer(budget.Overdraw(), guess);
            return new HeldMessage(frames, payload, reader, limit);
        }
        catch
        {
            frames.Dispose();
            throw;
        }
    }

    public void Add(FrameStep step, ReadOnlySpan<byte> raw)
    {
        _frames.Write(raw);
        _reader.Read(step, raw[step.HeaderLength..], this, static (bytes, held) => held.Keep(bytes));
    }

    /// <summary>Hands over what the message says. The lease is the caller's.</summary>
    public RelayedMessage ToMessage(bool isWhole) => new()
    {
        Payload = _payload.ToLease(),
        IsText = _reader.IsText,
        IsWhole = isWhole,
        BytesBeyond = _beyond,
        Unreadable = _reader.Unreadable,
    };

    /// <summary>Hands over the frames as they came. The lease is the caller's.</summary>
    public BodyLease ToFrames() => _frames.ToLease();

    public void Dispose()
    {
        _frames.Dispose();
        _payload.Dispose();
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var room = Math.Min(bytes.Length, _limit - _payload.Length);
        _payload.Write(bytes[..room]);
        _beyond += bytes.Length - room;
    }
}

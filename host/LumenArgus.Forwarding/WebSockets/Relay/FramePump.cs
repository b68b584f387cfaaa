using System.Buffers;
using System.Buffers.Binary;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.WebSockets.Frames;
using LumenArgus.Forwarding.WebSockets.Messages;

namespace LumenArgus.Forwarding.WebSockets.Relay;

/// <summary>
/// Moves the frames of one direction. Without a judge they pass as they come. With one, the data frames of a message are held until it has decided,
/// and control frames go past them; behind the end of a message everything waits for the decision, so the order of messages and of the close frame stays.
/// </summary>
internal sealed class FramePump : IDisposable
{
    private const int ReadBytes = 16 * 1024;

    private readonly Stream _source;
    private readonly FrameSink _sink;
    private readonly bool _isClient;
    private readonly RelayOptions _options;
    private readonly IMessageJudge? _judge;
    private readonly IRelayControl _control;
    private readonly FrameReader _frames;
    private readonly PayloadReader? _payload;
    private readonly bool _keepsContext;
    private HeldMessage? _held;
    private int _heldFrames;
    private byte[] _buffer = [];
    private int _runStart;
    private int _runLength;
    private bool _runEndsFrame;
    private bool _passesUnseen;
    private long _unseen;
    private bool _rewrites;
    private bool _discards;
    private long _frameCount;

    public FramePump(Stream source, FrameSink sink, bool isClient, RelayOptions options, IRelayControl control)
    {
        _source = source;
        _sink = sink;
        _isClient = isClient;
        _options = options;
        _control = control;
        _judge = isClient ? options.OutboundJudge : options.InboundJudge;
        _frames = new FrameReader(isClient, options.Agreement.AllowedReserved);
        _payload = _judge is null ? null : new PayloadReader(options.Agreement, isClient);
        _keepsContext = isClient ? options.Agreement.ClientKeepsContext : options.Agreement.ServerKeepsContext;
    }

    /// <summary>Frames that went on.</summary>
    public long FrameCount => Interlocked.Read(ref _frameCount);

    public async Task<PumpEnd> RunAsync(CancellationToken cancellationToken)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            return await MoveAsync(cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return PumpEnd.Gone;
        }
        finally
        {
            _held?.Dispose();
            if (_passesUnseen)
            {
                await _judge!.PassedUnseenAsync(_unseen);
            }

            ArrayPool<byte>.Shared.Return(_buffer, clearArray: _judge is not null);
        }
    }

    public void Dispose() => _payload?.Dispose();

    private async Task<PumpEnd> MoveAsync(CancellationToken cancellationToken)
    {
        var (start, end) = (0, 0);
        while (true)
        {
            var step = _frames.Next(_buffer.AsSpan(start, end - start));
            if (step.Kind == FrameStepKind.NeedMore)
            {
                await FlushAsync(cancellationToken);
                _buffer.AsSpan(start, end - start).CopyTo(_buffer);
                (start, end) = (0, end - start);
                var read = await _source.ReadAsync(_buffer.AsMemory(end), cancellationToken);
                if (read == 0)
                {
                    return PumpEnd.Gone;
                }

                end += read;
                _control.Moved();
                continue;
            }

            if (step.Kind == FrameStepKind.Violation)
            {
                await FlushAsync(cancellationToken);
                return await EndAfterViolationAsync(step.Problem!, cancellationToken);
            }

            if (await TakeAsync(step, start, cancellationToken))
            {
                return PumpEnd.Closed;
            }

            start += step.Length;
        }
    }

    /// <returns>True for a close frame.</returns>
    private async ValueTask<bool> TakeAsync(FrameStep step, int offset, CancellationToken cancellationToken)
    {
        if (step.Kind == FrameStepKind.Control)
        {
            return await TakeControlAsync(step, offset, cancellationToken);
        }

        if (_discards)
        {
            return false;
        }

        if (_judge is null)
        {
            await ForwardAsync(offset, step.Length, step.EndsFrame, cancellationToken);
        }
        else if (_passesUnseen)
        {
            await PassUnseenAsync(step, offset, cancellationToken);
        }
        else
        {
            await HoldAsync(step, offset, cancellationToken);
        }

        return false;
    }

    private async ValueTask<bool> TakeControlAsync(FrameStep step, int offset, CancellationToken cancellationToken)
    {
        var isClose = step.Header.Opcode == FrameOpcode.Close;
        if (isClose)
        {
            _control.Closing(CodeOf(_buffer.AsSpan(offset + step.HeaderLength, step.PayloadLength), step.Header));
        }

        if (!_discards)
        {
            await ForwardAsync(offset, step.Length, endsFrame: true, cancellationToken);
            if (isClose)
            {
                await FlushAsync(cancellationToken, isClose: true);
            }
        }

        return isClose;
    }

    private async ValueTask HoldAsync(FrameStep step, int offset, CancellationToken cancellationToken)
    {
        if (step.StartsMessage)
        {
            _heldFrames = 0;
            _held = await HeldMessage.BeginAsync(step, _payload!, _options.MaxMessageBytes, _options.Budget, cancellationToken);
        }

        _held!.Add(step, _buffer.AsSpan(offset, step.Length));
        _heldFrames += step.EndsFrame ? 1 : 0;
        if (step.EndsMessage || _held.IsOverLimit)
        {
            await DecideAsync(step, cancellationToken);
        }
    }

    private async ValueTask DecideAsync(FrameStep step, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        using var held = _held!;
        _held = null;
        var message = held.ToMessage(step.EndsMessage);
        var frames = held.ToFrames();
        try
        {
            var verdict = await _judge!.JudgeAsync(message, cancellationToken);
            if (verdict.CloseWith != 0)
            {
                frames.MarkSensitive();
                _discards = true;
                await _control.CloseAsync(verdict.CloseWith, verdict.Reason);
                return;
            }

            await LetGoAsync(message, frames, verdict, step, cancellationToken);
        }
        finally
        {
            message.Payload.Release();
            frames.Release();
        }
    }

    private async ValueTask LetGoAsync(
        RelayedMessage message, BodyLease frames, MessageVerdict verdict, FrameStep step, CancellationToken cancellationToken)
    {
        // The other end never sees the compressed bytes of an edited message. What comes later may refer to them, so it is not compressed any more.
        if (verdict.Edited is null && !(_rewrites && _payload!.IsCompressed))
        {
            await WriteAsync(frames.Memory, step.EndsFrame, cancellationToken);
            CountFrames(_heldFrames);
            _passesUnseen = !step.EndsMessage;
            _unseen = message.BytesBeyond;
            return;
        }

        frames.MarkSensitive();
        if (!step.EndsMessage || message.BytesBeyond > 0 || message.Unreadable is not null)
        {
            _discards = true;
            await _control.CloseAsync(CloseCode.PolicyViolation, "a message cannot be sent on behind one that was edited: only a part of it could be read");
            return;
        }

        _rewrites |= verdict.Edited is not null && _keepsContext;
        var frame = FrameWriting.Whole(
            message.IsText ? FrameOpcode.Text : FrameOpcode.Binary, verdict.Edited ?? message.Payload.Memory.Span, mask: _isClient);
        await WriteAsync(frame, endsFrame: true, cancellationToken);
        CountFrames(1);
    }

    private async ValueTask PassUnseenAsync(FrameStep step, int offset, CancellationToken cancellationToken)
    {
        _payload!.Read(step, _buffer.AsSpan(offset + step.HeaderLength, step.PayloadLength), this, static (bytes, pump) => pump._unseen += bytes.Length);
        await ForwardAsync(offset, step.Length, step.EndsFrame, cancellationToken);
        if (step.EndsMessage)
        {
            _passesUnseen = false;
            await _judge!.PassedUnseenAsync(_unseen);
        }
    }

    // What follows has no meaning any more, but it has to be read: an end that is closed with bytes unread cuts off what was written to it.
    private async Task<PumpEnd> EndAfterViolationAsync(string problem, CancellationToken cancellationToken)
    {
        if (!_discards)
        {
            await _control.CloseAsync(CloseCode.ProtocolError, problem);
        }

        while (await _source.ReadAsync(_buffer, cancellationToken) > 0)
        {
        }

        return PumpEnd.Closed;
    }

    private void CountFrames(int frames) => Interlocked.Add(ref _frameCount, frames);

    // Frames that came in one read leave in one write.
    private async ValueTask ForwardAsync(int offset, int length, bool endsFrame, CancellationToken cancellationToken)
    {
        if (_runStart + _runLength != offset)
        {
            await FlushAsync(cancellationToken);
            _runStart = offset;
        }

        _runLength += length;
        _runEndsFrame = endsFrame;
        CountFrames(endsFrame ? 1 : 0);
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken, bool isClose = false)
    {
        var run = _buffer.AsMemory(_runStart, _runLength);
        _runStart = _runLength = 0;
        if (!run.IsEmpty)
        {
            await WriteAsync(run, _runEndsFrame, cancellationToken, isClose);
        }
    }

    // Behind a close frame of ours nothing goes on; the sender is read to its own close frame, so that it gets to see ours.
    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, bool endsFrame, CancellationToken cancellationToken, bool isClose = false) =>
        _discards |= !await _sink.WriteAsync(bytes, endsFrame, isClose, cancellationToken);

    private static int CodeOf(ReadOnlySpan<byte> payload, FrameHeader header)
    {
        if (payload.Length < sizeof(ushort))
        {
            return CloseCode.NoCode;
        }

        Span<byte> code = stackalloc byte[sizeof(ushort)];
        payload[..sizeof(ushort)].CopyTo(code);
        if (header.IsMasked)
        {
            FrameMask.Apply(code, header.MaskKey, offset: 0);
        }

        return BinaryPrimitives.ReadUInt16BigEndian(code);
    }
}

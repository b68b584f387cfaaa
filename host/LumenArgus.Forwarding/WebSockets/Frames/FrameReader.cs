namespace LumenArgus.Forwarding.WebSockets.Frames;

/// <summary>
/// Reads the frames of one direction from whatever bytes are there, without holding or copying any. Control frames are told when they are whole,
/// data frames in the parts in which they come.
/// </summary>
/// <param name="isClient">Whether a client sends: its frames are masked, a server's are not.</param>
/// <param name="allowedReserved">The reserved bits that the extensions in use may set.</param>
internal sealed class FrameReader(bool isClient, int allowedReserved)
{
    private const int MaxControlPayload = 125;

    private FrameHeader _frame;
    private long _done;
    private bool _isInFrame;
    private bool _isInMessage;

    /// <param name="available">All bytes that came and were not yet part of a step. As many as the step says are done with it.</param>
    public FrameStep Next(ReadOnlySpan<byte> available)
    {
        if (_isInFrame)
        {
            return available.IsEmpty ? new FrameStep(FrameStepKind.NeedMore) : Data(available, headerLength: 0, startsMessage: false);
        }

        if (!FrameHeader.TryParse(available, out var header))
        {
            return new FrameStep(FrameStepKind.NeedMore);
        }

        if (ProblemOf(header) is { } problem)
        {
            return new FrameStep(FrameStepKind.Violation) { Problem = problem };
        }

        if (header.IsControl)
        {
            return available.Length < header.Length + header.PayloadLength
                ? new FrameStep(FrameStepKind.NeedMore)
                : new FrameStep(FrameStepKind.Control) { Header = header, HeaderLength = header.Length, PayloadLength = (int)header.PayloadLength, EndsFrame = true };
        }

        var startsMessage = !_isInMessage;
        _frame = header;
        _done = 0;
        _isInFrame = true;
        _isInMessage = true;
        return Data(available, header.Length, startsMessage);
    }

    private FrameStep Data(ReadOnlySpan<byte> available, int headerLength, bool startsMessage)
    {
        var offset = _done;
        var payload = (int)Math.Min(available.Length - headerLength, _frame.PayloadLength - _done);
        _done += payload;
        var endsFrame = _done == _frame.PayloadLength;
        _isInFrame = !endsFrame;
        if (endsFrame && _frame.Fin)
        {
            _isInMessage = false;
        }

        return new FrameStep(FrameStepKind.Data)
        {
            Header = _frame,
            HeaderLength = headerLength,
            PayloadLength = payload,
            PayloadOffset = offset,
            StartsMessage = startsMessage,
            EndsFrame = endsFrame,
            EndsMessage = endsFrame && _frame.Fin,
        };
    }

    private string? ProblemOf(FrameHeader header)
    {
        if (header.IsMasked != isClient)
        {
            return isClient ? "a frame of the client is not masked" : "a frame of the server is masked";
        }

        if ((header.Reserved & ~allowedReserved) != 0)
        {
            return "a reserved bit is set that no extension in use has a meaning for";
        }

        if (header.PayloadLength < 0)
        {
            return "a length has its highest bit set";
        }

        return header.IsControl ? ProblemOfControl(header) : ProblemOfData(header);
    }

    private static string? ProblemOfControl(FrameHeader header)
    {
        if (header.Opcode is not (FrameOpcode.Close or FrameOpcode.Ping or FrameOpcode.Pong))
        {
            return "a frame has a reserved opcode";
        }

        if (!header.Fin)
        {
            return "a control frame is fragmented";
        }

        if ((header.Reserved & FrameHeader.CompressedBit) != 0)
        {
            return "a control frame is compressed";
        }

        if (header.PayloadLength > MaxControlPayload)
        {
            return "a control frame has more than 125 bytes";
        }

        // RFC 6455, 5.5.1: a body begins with a code of two bytes.
        return header is { Opcode: FrameOpcode.Close, PayloadLength: 1 } ? "a close frame has half a code" : null;
    }

    private string? ProblemOfData(FrameHeader header) => header.Opcode switch
    {
        FrameOpcode.Continuation when !_isInMessage => "a continuation frame continues nothing",
        FrameOpcode.Continuation when (header.Reserved & FrameHeader.CompressedBit) != 0 => "a continuation frame says that it is compressed",
        FrameOpcode.Continuation => null,
        FrameOpcode.Text or FrameOpcode.Binary => _isInMessage ? "a message begins before the one before it has ended" : null,
        _ => "a frame has a reserved opcode",
    };
}

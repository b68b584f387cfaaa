using System.Buffers;
using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>
/// Rewrites the texts of one response as it comes. Only strings are edited; an event in which nothing changes goes on in its own bytes. An event is taken over
/// when all of it is decided: whoever gives up in the middle of one goes on with the bytes as they came, what was held back first.
/// </summary>
/// <remarks>Not thread safe. What the callback throws passes through, and the rewriter can still give up.</remarks>
public sealed partial class StreamRewriter
{
    /// <summary>The most characters of a text that can be held back.</summary>
    public const int MaxHeld = 4096;

    private readonly ResponseShape _shape;
    private readonly int _maxEventBytes;
    private readonly EventBuffer _buffer;
    private readonly EventData _data = new();
    private readonly PieceReader _reader;
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly Dictionary<ulong, long> _blocks = [];
    private ImmutableArray<HeldText> _held = [];
    private long _blockCount;
    private bool _gaveUp;
    private bool _isSkipping;

    /// <summary>Begins a response.</summary>
    /// <param name="shape">How it is divided: events, lines, or not at all.</param>
    /// <param name="maxEventBytes">An event, or an undivided response, of more bytes goes on as it came.</param>
    public StreamRewriter(ResponseShape shape, int maxEventBytes)
    {
        _shape = shape;
        _maxEventBytes = maxEventBytes;
        _buffer = new EventBuffer(shape == ResponseShape.Lines);
        _reader = new PieceReader(arePartial: shape == ResponseShape.Lines);
    }

    /// <summary>What can be sent; until <see cref="ClearOutput"/>.</summary>
    public ReadOnlyMemory<byte> Output => _output.WrittenMemory;

    /// <summary>Bytes of events that were too large to be looked at.</summary>
    public long BytesBeyond { get; private set; }

    /// <summary>Forgets what was sent.</summary>
    public void ClearOutput() => _output.ResetWrittenCount();

    /// <summary>Takes the next bytes.</summary>
    /// <param name="chunk">Any number of them.</param>
    /// <param name="rewrite">Rewrites a part of a text; null if it cannot: from then on all goes on as it comes.</param>
    public void Append(ReadOnlySpan<byte> chunk, Func<ResponseText, RewrittenText?> rewrite)
    {
        ArgumentNullException.ThrowIfNull(rewrite);
        if (_gaveUp)
        {
            _output.Write(chunk);
            return;
        }

        _buffer.Append(chunk);
        while (_shape != ResponseShape.Whole && _buffer.TryFind())
        {
            if (!_isSkipping && !TryRewrite(_buffer.Event, isLast: false, rewrite))
            {
                GiveUp();
                return;
            }

            if (_isSkipping)
            {
                // The end of an event whose beginning has been sent.
                _output.Write(_buffer.Event);
                BytesBeyond += _buffer.Event.Length;
                _isSkipping = false;
            }

            _buffer.Take();
        }

        LeaveOutTooLarge();
    }

    /// <summary>Ends a response that came to its end. Of one that was cut nothing more is sent: half of a text is worth nothing.</summary>
    /// <param name="rewrite">Rewrites a part of a text.</param>
    public void Complete(Func<ResponseText, RewrittenText?> rewrite)
    {
        ArgumentNullException.ThrowIfNull(rewrite);
        if (!_gaveUp && !_isSkipping && TryRewrite(_buffer.Rest, isLast: true, rewrite))
        {
            _buffer.Clear();
        }

        GiveUp();
    }

    /// <summary>From now on all goes on as it comes, what was held back first.</summary>
    public void GiveUp()
    {
        foreach (var held in _held)
        {
            held.Write(_output, held.Text);
        }

        _held = [];
        _output.Write(_buffer.Rest);
        _buffer.Clear();
        _gaveUp = true;
    }

    private void LeaveOutTooLarge()
    {
        if (!_isSkipping && _buffer.Rest.Length <= _maxEventBytes)
        {
            return;
        }

        if (_shape == ResponseShape.Whole)
        {
            BytesBeyond += _buffer.Rest.Length;
            GiveUp();
            return;
        }

        var beginning = _buffer.TakeBeginning();
        BytesBeyond += beginning.Length;
        _output.Write(beginning);
        _isSkipping = true;
    }
}

using System.Buffers;
using LumenArgus.Forwarding.WebSockets.Frames;

namespace LumenArgus.Forwarding.WebSockets.Messages;

/// <summary>
/// Reads what the frames of one direction say: takes the masks off and inflates. Every message has to pass through, also one that nobody wants to
/// see, because a compressed one may refer back to it.
/// </summary>
internal sealed class PayloadReader : IDisposable
{
    private const string UnknownExtension = "an extension is in use that is not known here";
    private const string LostContext = "it cannot be inflated: what it refers to could not be read either";
    private const int ChunkBytes = 16 * 1024;

    /// <summary>A message that inflates to more is not inflated on, and what refers to it is lost.</summary>
    private const long MaxInflatedBytes = 256L * 1024 * 1024;

    private readonly ExtensionAgreement _agreement;
    private readonly bool _keepsContext;
    private readonly byte[] _unmasked = ArrayPool<byte>.Shared.Rent(ChunkBytes);
    private MessageInflater? _inflater;
    private bool _isLost;
    private long _inflated;

    public PayloadReader(ExtensionAgreement agreement, bool isClient)
    {
        _agreement = agreement;
        _keepsContext = isClient ? agreement.ClientKeepsContext : agreement.ServerKeepsContext;
    }

    /// <summary>Whether the message that was read last calls itself text.</summary>
    public bool IsText { get; private set; }

    /// <summary>Whether the message that was read last is compressed.</summary>
    public bool IsCompressed { get; private set; }

    /// <summary>Why the message that was read last cannot be read; null if it can.</summary>
    public string? Unreadable { get; private set; }

    /// <summary>Reads a part of a frame.</summary>
    /// <param name="payload">The payload of the step as it came.</param>
    /// <param name="output">Gets what it says, or the unmasked bytes where that cannot be told.</param>
    public void Read<TState>(FrameStep step, ReadOnlySpan<byte> payload, TState state, ReadOnlySpanAction<byte, TState> output)
    {
        if (step.StartsMessage)
        {
            Start(step.Header);
        }

        for (var done = 0; done < payload.Length;)
        {
            var chunk = payload.Slice(done, Math.Min(ChunkBytes, payload.Length - done));
            chunk.CopyTo(_unmasked);
            if (step.Header.IsMasked)
            {
                FrameMask.Apply(_unmasked.AsSpan(0, chunk.Length), step.Header.MaskKey, step.PayloadOffset + done);
            }

            Take(_unmasked.AsMemory(0, chunk.Length), state, output);
            done += chunk.Length;
        }

        if (step.EndsMessage)
        {
            End(state, output);
        }
    }

    public void Dispose()
    {
        _inflater?.Dispose();
        Array.Clear(_unmasked);
        ArrayPool<byte>.Shared.Return(_unmasked);
    }

    private void Start(FrameHeader header)
    {
        IsText = header.Opcode == FrameOpcode.Text;
        Unreadable = _agreement.HasUnknown ? UnknownExtension : null;
        IsCompressed = _agreement.Deflate && (header.Reserved & FrameHeader.CompressedBit) != 0;
        _inflated = 0;
        if (IsCompressed && _isLost)
        {
            Unreadable ??= LostContext;
        }
        else if (IsCompressed)
        {
            _inflater ??= new MessageInflater();
        }
    }

    private void Take<TState>(ReadOnlyMemory<byte> bytes, TState state, ReadOnlySpanAction<byte, TState> output)
    {
        if (!IsCompressed || Unreadable is not null)
        {
            output(bytes.Span, state);
            return;
        }

        var status = _inflater!.Add(bytes, (this, state, output), static (inflated, to) => to.Item1.Count(inflated, to.state, to.output));
        if (IsBroken(status))
        {
            output(bytes.Span, state);
        }
    }

    private void Count<TState>(ReadOnlySpan<byte> inflated, TState state, ReadOnlySpanAction<byte, TState> output)
    {
        _inflated += inflated.Length;
        output(inflated, state);
    }

    private void End<TState>(TState state, ReadOnlySpanAction<byte, TState> output)
    {
        if (IsCompressed && Unreadable is null)
        {
            IsBroken(_inflater!.End((this, state, output), static (inflated, to) => to.Item1.Count(inflated, to.state, to.output)));
        }

        if (!_keepsContext)
        {
            Forget();
            _isLost = false;
        }
    }

    private bool IsBroken(InflateStatus status)
    {
        var problem = status switch
        {
            InflateStatus.Corrupt => "it cannot be inflated",
            InflateStatus.Ended => "its compressed data ends before the message does",
            _ => _inflated > MaxInflatedBytes ? "it inflates to more than 256 MB" : null,
        };
        if (problem is null)
        {
            return false;
        }

        Unreadable = problem;
        _isLost = true;
        Forget();
        return true;
    }

    private void Forget()
    {
        _inflater?.Dispose();
        _inflater = null;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text.Json;

namespace LumenArgus.Scanning.Responses;

/// <summary>
/// Frames of Amazon's event stream (docs.aws.amazon.com, "Event stream encoding"): total length, length of the headers, checksum, headers, payload, checksum.
/// The payload is JSON; where a model is called in its own format it wraps the model's event: <c>{"bytes":"base64"}</c>. The checksums are not looked at:
/// what matters is what the caller may make of the bytes.
/// </summary>
internal sealed class FrameAssembler(int maxBytes) : ResponseAssembler(maxBytes)
{
    private const int PreludeBytes = 12;
    private const int ChecksumBytes = 4;

    private readonly ArrayBufferWriter<byte> _frame = new();
    private bool _isBroken;

    // Bytes of a frame that is too large to be kept.
    private long _toSkip;

    public override void Append(ReadOnlySpan<byte> chunk)
    {
        while (!chunk.IsEmpty)
        {
            if (_isBroken)
            {
                Keep(chunk);
                return;
            }

            if (_toSkip > 0)
            {
                var skipped = (int)Math.Min(_toSkip, chunk.Length);
                Texts.LeaveOut(skipped);
                _toSkip -= skipped;
                chunk = chunk[skipped..];
                continue;
            }

            var taken = Math.Min(chunk.Length, Missing());
            _frame.Write(chunk[..taken]);
            chunk = chunk[taken..];
            TakeFrame();
        }
    }

    public override AssembledResponse Complete()
    {
        if (_frame.WrittenCount > 0)
        {
            Texts.AddText(_frame.WrittenSpan);
        }

        return Texts.Build();
    }

    private int Missing() => _frame.WrittenCount < PreludeBytes ? PreludeBytes - _frame.WrittenCount : (int)TotalLength - _frame.WrittenCount;

    private uint TotalLength => BinaryPrimitives.ReadUInt32BigEndian(_frame.WrittenSpan);

    private void TakeFrame()
    {
        if (_frame.WrittenCount < PreludeBytes)
        {
            return;
        }

        var total = TotalLength;
        var headers = BinaryPrimitives.ReadUInt32BigEndian(_frame.WrittenSpan[sizeof(uint)..]);
        if (total < PreludeBytes + ChecksumBytes || headers > total - PreludeBytes - ChecksumBytes)
        {
            _isBroken = true;
        }
        else if (total > MaxBytes)
        {
            Texts.LeaveOut(_frame.WrittenCount);
            _toSkip = total - _frame.WrittenCount;
            _frame.ResetWrittenCount();
        }
        else if (_frame.WrittenCount == total)
        {
            var frame = _frame.WrittenSpan;
            Texts.AddText(frame.Slice(PreludeBytes, (int)headers));
            TakePayload(frame[(PreludeBytes + (int)headers)..^ChecksumBytes]);
            _frame.ResetWrittenCount();
        }
    }

    private void TakePayload(ReadOnlySpan<byte> payload)
    {
        if (!TryUnwrap(payload, out var length, out var wrapped))
        {
            Texts.AddEvent(payload);
            return;
        }

        Texts.AddEvent(wrapped.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(wrapped, clearArray: true);
    }

    private static bool TryUnwrap(ReadOnlySpan<byte> payload, out int length, out byte[] wrapped)
    {
        (length, wrapped) = (0, []);
        if (!payload.StartsWith("{\"bytes\""u8))
        {
            return false;
        }

        var reader = new Utf8JsonReader(payload, isFinalBlock: false, state: default);
        try
        {
            if (!reader.Read() || !reader.Read() || !reader.Read() || reader.TokenType != JsonTokenType.String)
            {
                return false;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        wrapped = ArrayPool<byte>.Shared.Rent(Math.Max(1, Base64.GetMaxDecodedFromUtf8Length(reader.ValueSpan.Length)));
        if (Base64.DecodeFromUtf8(reader.ValueSpan, wrapped, out _, out length) == OperationStatus.Done)
        {
            return true;
        }

        ArrayPool<byte>.Shared.Return(wrapped, clearArray: true);
        return false;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var kept = Math.Min(bytes.Length, Math.Max(0, MaxBytes - _frame.WrittenCount));
        _frame.Write(bytes[..kept]);
        Texts.LeaveOut(bytes.Length - kept);
    }
}

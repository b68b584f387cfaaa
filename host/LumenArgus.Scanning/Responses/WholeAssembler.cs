using System.Buffers;

namespace LumenArgus.Scanning.Responses;

/// <summary>
/// One value, looked at as it is. Two are not what they look like: a JSON array of events, which is how Gemini streams when it is not asked for server-sent
/// events, and a stream of events without its type.
/// </summary>
internal sealed class WholeAssembler(int maxBytes) : ResponseAssembler(maxBytes)
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private long _beyond;

    public override void Append(ReadOnlySpan<byte> chunk)
    {
        var kept = Math.Min(chunk.Length, MaxBytes - _body.WrittenCount);
        _body.Write(chunk[..kept]);
        _beyond += chunk.Length - kept;
    }

    public override AssembledResponse Complete()
    {
        var body = _body.WrittenSpan.TrimStart(" \t\r\n"u8);
        if (ResponseShapes.LooksLikeEvents(body))
        {
            var events = Start(ResponseShape.Events, MaxBytes);
            events.Append(body);
            var assembled = events.Complete();
            return assembled with { BytesBeyond = assembled.BytesBeyond + _beyond };
        }

        // An array that was cut is no JSON: what could be joined of it is not needed, the body shows all that is there.
        if (body.StartsWith("["u8) && Texts.TryAddJson(body) && Texts.Build() is { BytesBeyond: 0 } joined)
        {
            return joined with { BytesBeyond = _beyond };
        }

        return new AssembledResponse(_body.WrittenMemory, _beyond);
    }
}

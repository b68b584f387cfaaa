using System.Buffers;

namespace LumenArgus.Scanning.Responses;

/// <summary>
/// Messages that are whole: of a stream of events the data of each in a line of its own, so that a message keeps its places; anything else is looked at as it is.
/// </summary>
internal sealed class MessageAssembler(int maxBytes) : ResponseAssembler(maxBytes)
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
        var body = _body.WrittenSpan.TrimStart("\uFEFF \t\r\n"u8);
        return new AssembledResponse(body.IsEmpty || body[0] is (byte)'{' or (byte)'[' ? _body.WrittenMemory : Messages(body), _beyond);
    }

    // What is no data stands behind the messages: from the first place that is no JSON, a document is one text.
    private static ReadOnlyMemory<byte> Messages(ReadOnlySpan<byte> events)
    {
        var (messages, others) = (new ArrayBufferWriter<byte>(events.Length), new ArrayBufferWriter<byte>());
        while (!events.IsEmpty)
        {
            var end = events.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? events : events[..end];
            events = end < 0 ? default : events[(end + 1)..];
            var isData = line.StartsWith("data:"u8);
            if (!line.IsEmpty && !line.SequenceEqual("event: message"u8))
            {
                var target = isData ? messages : others;
                target.Write(isData ? line["data:"u8.Length..] : line);
                target.Write("\n"u8);
            }
        }

        messages.Write(others.WrittenSpan);
        return messages.WrittenMemory;
    }
}

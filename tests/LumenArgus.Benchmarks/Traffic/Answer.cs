using System.Text;
using LumenArgus.Benchmarks.Load;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>The upstream's answers; both sides build them here, so the client can compare every byte.</summary>
internal sealed class Answer
{
    private const string DigestMarker = "0123456789abcdef";
    private const int Deltas = 15;
    private readonly int _digestAt;

    private Answer(params string[] parts)
    {
        Parts = [.. parts.Select(Encoding.ASCII.GetBytes)];
        _digestAt = parts[0].IndexOf(DigestMarker, StringComparison.Ordinal);
    }

    /// <summary>A Messages response of about 1 KB.</summary>
    public static Answer Plain { get; } = new(
        $$$"""{"id":"msg_{{{DigestMarker}}}","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[{"type":"text","text":"{{{new string('x', 840)}}}"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1000,"output_tokens":300}}""");

    /// <summary>A Messages stream of twenty events.</summary>
    public static Answer Sse { get; } = new(
        [
            Event("message_start", $$$"""{"type":"message_start","message":{"id":"msg_{{{DigestMarker}}}","type":"message","role":"assistant","content":[],"model":"claude-sonnet-4-5"}}"""),
            Event("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"""),
            .. Enumerable.Repeat(Event("content_block_delta", """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"some words of the answer"}}"""), Deltas),
            Event("content_block_stop", """{"type":"content_block_stop","index":0}"""),
            Event("message_delta", """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":300}}"""),
            Event("message_stop", """{"type":"message_stop"}"""),
        ]);

    /// <summary>What is written and flushed at once; the first part carries the digest.</summary>
    public byte[][] Parts { get; }

    public static Answer For(Mode mode) => mode == Mode.Sse ? Sse : Plain;

    /// <summary>The first part with the digest of one request in it.</summary>
    public byte[] FirstPart(in BodyDigest digest)
    {
        var first = Parts[0].AsSpan().ToArray();
        digest.Write(first.AsSpan(_digestAt, BodyDigest.TextLength));
        return first;
    }

    public bool Matches(ReadOnlySpan<byte> body, in BodyDigest digest)
    {
        if (!body.StartsWith(FirstPart(digest)))
        {
            return false;
        }

        body = body[Parts[0].Length..];
        foreach (var part in Parts.AsSpan(1))
        {
            if (!body.StartsWith(part))
            {
                return false;
            }

            body = body[part.Length..];
        }

        return body.IsEmpty;
    }

    private static string Event(string name, string data) => $"event: {name}\ndata: {data}\n\n";
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Findings;

/// <summary>
/// The request of the other load runs with one more message behind it: so many words that are keys, or words of the same length that are none.
/// Each is new in each request, so that each is a finding of its own.
/// </summary>
internal sealed class FindingsRequest
{
    private const int Sessions = 50;
    private const string KeyLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly byte[] _bytes;
    private readonly int _bodyAt;
    private readonly int _cleanLength;
    private readonly int[] _keysAt;
    private readonly BodyPool _bodies;
    private readonly Cell _cell;
    private readonly byte[] _tail;
    private readonly bool _dirty;

    public FindingsRequest(BodyPool bodies, int kilobytes, int findings, bool dirty, int number, IPEndPoint target)
    {
        (_bodies, _cell, _dirty) = (bodies, new Cell(Mode.Plain, kilobytes, 1), dirty);
        const string Slot = "XXXXXXXXXXXXXXXXXXXX";
        var message = ",{\"role\":\"user\",\"content\":\"" + string.Join(" then ", Enumerable.Repeat(Slot, findings)) + "\"}]}";
        _tail = Encoding.ASCII.GetBytes(message);
        _keysAt = [.. Enumerable.Range(0, findings).Select(i => message.IndexOf(Slot, StringComparison.Ordinal) + (i * (Slot.Length + " then ".Length)))];

        // The end of the messages and of the document gives way to the one more message.
        _cleanLength = kilobytes * 1024;
        var length = _cleanLength - 2 + _tail.Length;
        var head = Encoding.ASCII.GetBytes(
            $"POST /v1/messages HTTP/1.1\r\nHost: {target}\r\nAccept: application/json\r\nContent-Type: application/json\r\nUser-Agent: lumen-argus-bench/1\r\n"
            + $"anthropic-version: 2023-06-01\r\nx-api-key: bench-no-key\r\nx-session-id: session-{number % Sessions}\r\nContent-Length: {length}\r\n\r\n");
        _bodyAt = head.Length;
        _bytes = new byte[head.Length + length];
        head.CopyTo(_bytes, 0);
    }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Puts the next body in; returns what the upstream must have seen.</summary>
    public BodyDigest Renew()
    {
        _bodies.WriteNext(_cell, _bytes.AsSpan(_bodyAt, _cleanLength));
        var tail = _bytes.AsSpan(_bodyAt + _cleanLength - 2, _tail.Length);
        _tail.CopyTo(tail);
        foreach (var at in _keysAt)
        {
            WriteKey(tail.Slice(at, 20));
        }

        var digest = new BodyDigest();
        digest.Append(_bytes.AsSpan(_bodyAt));
        return digest;
    }

    // The shape of an AWS access key id, drawn: nobody's. Without its first letters it is none.
    private void WriteKey(Span<byte> slot)
    {
        (_dirty ? "AKIA"u8 : "word"u8).CopyTo(slot);
        Span<byte> drawn = stackalloc byte[16];
        RandomNumberGenerator.Fill(drawn);
        for (var i = 0; i < drawn.Length; i++)
        {
            slot[4 + i] = (byte)(_dirty ? KeyLetters[drawn[i] & 31] : 'a' + (drawn[i] % 4));
        }
    }
}

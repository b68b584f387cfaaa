using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LumenArgus.Benchmarks.Client;

/// <summary>
/// Reads one HTTP/1.1 response (RFC 9112: Content-Length or chunked) as its bytes come in. Only as much of the protocol as the
/// upstream of this tool uses; anything else is reported as a malformed response, not guessed.
/// </summary>
internal sealed class ResponseReader
{
    private readonly byte[] _body = new byte[HttpConnection.LargestResponse];
    private int _position;
    private int _bodyLength;
    private long _left;
    private bool _chunked;
    private Stage _stage;

    private enum Stage
    {
        Head,
        ChunkSize,
        Data,
        ChunkEnd,
        Trailer,
        Done,
    }

    public int Status { get; private set; }

    /// <summary>The body read so far, without chunk framing.</summary>
    public ReadOnlySpan<byte> Body => _body.AsSpan(0, _bodyLength);

    public void Reset()
    {
        _position = _bodyLength = 0;
        _stage = Stage.Head;
        Status = 0;
    }

    /// <summary>Goes on with all bytes received for this response so far; true once it is complete.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a response of the expected kind.</exception>
    public bool Advance(ReadOnlySpan<byte> received)
    {
        while (_stage != Stage.Done && Step(received))
        {
        }

        if (_stage == Stage.Done && _position != received.Length)
        {
            throw new InvalidDataException("bytes after the response");
        }

        return _stage == Stage.Done;
    }

    private bool Step(ReadOnlySpan<byte> received) => _stage switch
    {
        Stage.Data => ReadData(received),
        Stage.Head => ReadUntil(received, "\r\n\r\n"u8, out var head) && ReadHead(head),
        Stage.ChunkSize => ReadUntil(received, "\r\n"u8, out var size) && ReadChunkSize(size),
        Stage.ChunkEnd => ReadUntil(received, "\r\n"u8, out _) && Enter(Stage.ChunkSize),
        _ => ReadUntil(received, "\r\n"u8, out var trailer) && Enter(trailer.IsEmpty ? Stage.Done : Stage.Trailer),
    };

    private bool Enter(Stage stage)
    {
        _stage = stage;
        return true;
    }

    private bool ReadUntil(ReadOnlySpan<byte> received, ReadOnlySpan<byte> end, out ReadOnlySpan<byte> found)
    {
        var length = received[_position..].IndexOf(end);
        found = length < 0 ? default : received.Slice(_position, length);
        _position += length < 0 ? 0 : length + end.Length;
        return length >= 0;
    }

    private bool ReadHead(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        var statusLine = lines[0].Split(' ');
        if (statusLine.Length < 2 || statusLine[0] != "HTTP/1.1" || !int.TryParse(statusLine[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new InvalidDataException("no status line");
        }

        Status = status;
        _chunked = string.Equals(Header(lines, "Transfer-Encoding"), "chunked", StringComparison.OrdinalIgnoreCase);
        if (_chunked)
        {
            return Enter(Stage.ChunkSize);
        }

        if (!long.TryParse(Header(lines, "Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out _left))
        {
            throw new InvalidDataException("no length");
        }

        return Enter(_left == 0 ? Stage.Done : Stage.Data);
    }

    private static string? Header(string[] lines, string name) => lines
        .Where(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line.Length > name.Length && line[name.Length] == ':')
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    private bool ReadChunkSize(ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out _left, out _, 'x'))
        {
            throw new InvalidDataException("bad chunk size");
        }

        return Enter(_left == 0 ? Stage.Trailer : Stage.Data);
    }

    private bool ReadData(ReadOnlySpan<byte> received)
    {
        var part = received[_position..];
        part = part[..(int)Math.Min(part.Length, _left)];
        if (!part.TryCopyTo(_body.AsSpan(_bodyLength)))
        {
            throw new InvalidDataException("response too large");
        }

        _bodyLength += part.Length;
        _position += part.Length;
        _left -= part.Length;
        return _left == 0 && Enter(_chunked ? Stage.ChunkEnd : Stage.Done);
    }
}

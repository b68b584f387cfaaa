using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields.Forms;

/// <summary>What the header of a part says. Ranges are of the body.</summary>
internal ref struct PartHeaders
{
    public ByteSpan? Name { get; private set; }

    public ByteSpan? File { get; private set; }

    /// <summary>The value of Content-Encoding; nobody should send it any more (RFC 7578, 4.7).</summary>
    public ByteSpan? Coding { get; private set; }

    public TransferEncoding Transfer { get; private set; }

    public BodyFormat Format { get; private set; }

    /// <summary>Reads the lines of a header.</summary>
    /// <param name="body">The body.</param>
    /// <param name="start">First byte of the header.</param>
    /// <param name="end">Behind its last line.</param>
    public static PartHeaders Read(ReadOnlySpan<byte> body, int start, int end)
    {
        var headers = new PartHeaders { Format = BodyFormat.Unstated };
        for (var position = start; position < end;)
        {
            var lineEnd = EndOfLine(body[..end], position);
            headers.ReadLine(body[position..lineEnd], position);
            position = lineEnd;
        }

        return headers;
    }

    // A line that begins with a blank goes on with the one before (RFC 5322, 2.2.3).
    private static int EndOfLine(ReadOnlySpan<byte> text, int position)
    {
        while (true)
        {
            var feed = text[position..].IndexOf((byte)'\n');
            if (feed < 0)
            {
                return text.Length;
            }

            position += feed + 1;
            if (position == text.Length || text[position] is not ((byte)' ' or (byte)'\t'))
            {
                return position;
            }
        }
    }

    private void ReadLine(ReadOnlySpan<byte> line, int offset)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 0)
        {
            return;
        }

        var start = colon + 1;
        var value = line[start..];
        var trimmed = value.Trim(" \t\r\n"u8);
        var span = new ByteSpan(offset + start + (value.Length - value.TrimStart(" \t\r\n"u8).Length), trimmed.Length);
        if (HeaderText.StartsWith(line, "content-disposition:"u8))
        {
            Name ??= At(HeaderText.Parameter(value, "name"u8), offset + start);
            File ??= At(HeaderText.Parameter(value, "filename*"u8) ?? HeaderText.Parameter(value, "filename"u8), offset + start);
        }
        else if (HeaderText.StartsWith(line, "content-type:"u8))
        {
            Format = BodyFormat.Of(trimmed);
        }
        else if (HeaderText.StartsWith(line, "content-encoding:"u8))
        {
            Coding = span;
        }
        else if (HeaderText.StartsWith(line, "content-transfer-encoding:"u8))
        {
            Transfer = HeaderText.StartsWith(trimmed, "base64"u8) ? TransferEncoding.Base64
                : HeaderText.StartsWith(trimmed, "quoted-printable"u8) ? TransferEncoding.QuotedPrintable
                : TransferEncoding.None;
        }
    }

    private static ByteSpan? At(ByteSpan? span, int offset) => span is { Length: > 0 } found ? new ByteSpan(offset + found.Start, found.Length) : null;
}

using System.Text;

namespace LumenArgus.Testing.StandIn;

/// <summary>One HTTP/1.1 request as the bytes that came over the wire.</summary>
/// <param name="Head">Request line and header lines with their line ends, Latin-1, up to and with the empty line.</param>
/// <param name="Body">The body; a chunked one without its chunk framing.</param>
public sealed record WireRequest(string Head, byte[] Body)
{
    public string RequestLine => Head[..Head.IndexOf("\r\n", StringComparison.Ordinal)];

    /// <summary>Header lines in order, in their own spelling.</summary>
    public IReadOnlyList<string> HeaderLines => Head.TrimEnd('\r', '\n').Split("\r\n")[1..];

    public byte[] HeadBytes => Encoding.Latin1.GetBytes(Head);
}

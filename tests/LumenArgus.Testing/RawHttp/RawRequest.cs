using System.Globalization;
using System.Text;

namespace LumenArgus.Testing.RawHttp;

/// <summary>A request to be written as it stands.</summary>
/// <param name="Target">The request target, unescaped by nobody.</param>
/// <param name="Headers">Lines in order, without Host and framing.</param>
/// <param name="Body">Null for a request without a body.</param>
/// <param name="Chunked">Framed with Transfer-Encoding instead of Content-Length.</param>
public sealed record RawRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[]? Body, bool Chunked)
{
    public static RawRequest Get(string target, params string[] headerLines) => new("GET", target, ParseLines(headerLines), Body: null, Chunked: false);

    public static RawRequest Post(string target, string body, params string[] headerLines) =>
        new("POST", target, ParseLines(headerLines), Encoding.Latin1.GetBytes(body), Chunked: false);

    public byte[] ToBytes(string host)
    {
        using var bytes = new MemoryStream();
        void Text(string text) => bytes.Write(Encoding.Latin1.GetBytes(text));
        Text($"{Method} {Target} HTTP/1.1\r\nHost: {host}\r\n");
        foreach (var (name, value) in Headers)
        {
            Text($"{name}: {value}\r\n");
        }

        if (Body is null)
        {
            Text("\r\n");
        }
        else if (!Chunked)
        {
            Text($"Content-Length: {Body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n");
            bytes.Write(Body);
        }
        else
        {
            Text("Transfer-Encoding: chunked\r\n\r\n");
            for (var start = 0; start < Body.Length; start += 7000)
            {
                var chunk = Body.AsSpan(start, Math.Min(7000, Body.Length - start));
                Text($"{chunk.Length.ToString("x", CultureInfo.InvariantCulture)}\r\n");
                bytes.Write(chunk);
                Text("\r\n");
            }

            Text("0\r\n\r\n");
        }

        return bytes.ToArray();
    }

    private static List<KeyValuePair<string, string>> ParseLines(string[] lines) =>
        [.. lines.Select(line => line.Split(": ", 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1]))];
}

namespace LumenArgus.FunctionalTests.Smuggling;

/// <summary>
/// Requests by which one request was made two, or went where it should not, with some proxy or other: conflicting lengths (RFC 9112, 6.3), other spellings of
/// Transfer-Encoding, bad chunks (7.1), bad lines (2.2), targets and hosts (3.2), upgrades, and what a value could break out of.
/// </summary>
internal static class Payloads
{
    private const string Smuggled = "GET /v1/smuggled HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n\r\n";
    private const string Chunked = "Transfer-Encoding: chunked";
    private const string EmptyChunks = "0\r\n\r\n";
    private const string WebSocket = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13";

    public static IReadOnlyList<Payload> All { get; } =
    [
        // An honest one first: else nothing below would prove anything.
        new("honest length", Post("Content-Length: 2", "{}"), 1),
        new("honest chunks", Post(Chunked, "2\r\n{}\r\n0\r\n\r\n"), 1),
        new("honest pipelining", Post("Content-Length: 2", "{}") + Post("Content-Length: 2", "{}"), 2),

        .. Lengths,
        .. Codings,
        .. Chunks,
        .. Lines,
        .. Targets,
        .. Upgrades,
        .. Values,
    ];

    private static IEnumerable<Payload> Lengths =>
    [
        new("length and chunks, length first", Post($"Content-Length: {EmptyChunks.Length + Smuggled.Length}\r\n{Chunked}", EmptyChunks + Smuggled), 0),
        new("length and chunks, chunks first", Post($"{Chunked}\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("length 0 and chunks", Post($"Content-Length: 0\r\n{Chunked}", "2\r\n{}\r\n0\r\n\r\n" + Smuggled), 0),
        new("length and chunks, spelt small", Post($"content-length: {EmptyChunks.Length + Smuggled.Length}\r\ntransfer-encoding: CHUNKED", EmptyChunks + Smuggled), 0),
        new("two equal lengths", Post("Content-Length: 2\r\nContent-Length: 2", "{}"), 0),
        new("two different lengths", Post($"Content-Length: 2\r\nContent-Length: {2 + Smuggled.Length}", "{}" + Smuggled), 0),
        new("lengths in a list", Post("Content-Length: 2, 2", "{}"), 0),
        new("different lengths in a list", Post($"Content-Length: 2, {2 + Smuggled.Length}", "{}" + Smuggled), 0),
        new("negative length", Post("Content-Length: -1", Smuggled), 0),
        new("length with a sign", Post("Content-Length: +2", "{}" + Smuggled), 0),
        new("length in hexadecimal", Post("Content-Length: 0x2", "{}" + Smuggled), 0),
        new("length with a fraction", Post("Content-Length: 2.0", "{}" + Smuggled), 0),
        new("length with a blank inside", Post("Content-Length: 1 0", "{}" + Smuggled), 0),
        new("length beyond 64 bits", Post("Content-Length: 18446744073709551618", "{}" + Smuggled), 0),
        new("empty length", Post("Content-Length: ", "{}" + Smuggled), 0),
        new("length with an underscore in its name", Post($"Content_Length: {Smuggled.Length}\r\nContent-Length: 2", "{}"), 1),
        new("blank before the colon of the length", Post("Content-Length : 2", "{}" + Smuggled), 0),
        new("tab before the colon of the length", Post("Content-Length\t: 2", "{}" + Smuggled), 0),
        new("body of a GET", $"GET /v1/models HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\nContent-Length: {Smuggled.Length}\r\n\r\n{Smuggled}", 1),
        new("chunks of a GET", $"GET /v1/models HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n{Chunked}\r\n\r\n{Chunk(Smuggled)}{EmptyChunks}", 1),
        new("length with an exponent", Post("Content-Length: 1e1", "{}" + Smuggled), 0),
        new("length with an underscore", Post("Content-Length: 1_0", "{}" + Smuggled), 0),
        new("length in the next line", Post("Content-Length:\r\n 2", "{}" + Smuggled), 0),
        new("length with leading zeros", Post("Content-Length: 0000000002", "{}"), 1),
        new("length in digits of another script", Post("Content-Length: \u00b2", "{}" + Smuggled), 0),
        new("body of a HEAD", $"HEAD /v1/models HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\nContent-Length: {Smuggled.Length}\r\n\r\n{Smuggled}", 1),
        new("body of a DELETE", $"DELETE /v1/models HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\nContent-Length: {Smuggled.Length}\r\n\r\n{Smuggled}", 1),
        new("chunks of an OPTIONS", $"OPTIONS /v1/models HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n{Chunked}\r\n\r\n{Chunk(Smuggled)}{EmptyChunks}", 1),
        new("body of a request for nobody", $"POST /nobody HTTP/1.1\r\nHost: h\r\nContent-Length: {Smuggled.Length}\r\n\r\n{Smuggled}", 0),
        new("body of a request for ourselves", $"GET /health HTTP/1.1\r\nHost: h\r\nContent-Length: {Smuggled.Length}\r\n\r\n{Smuggled}", 0),
        new("body that is a request", Post($"Content-Length: {Smuggled.Length}", Smuggled), 1),
    ];

    private static IEnumerable<Payload> Codings =>
    [
        new("coding with a blank before the colon", Post($"Transfer-Encoding : chunked\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("coding xchunked", Post($"Transfer-Encoding: xchunked\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("coding identity", Post($"Transfer-Encoding: identity\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("chunked is not the last coding", Post("Transfer-Encoding: chunked, identity", EmptyChunks + Smuggled), 0),
        new("chunked twice", Post($"{Chunked}\r\n{Chunked}", EmptyChunks), 0),
        new("chunked in two lines with another", Post($"Transfer-Encoding: x\r\n{Chunked}", EmptyChunks), 0),
        new("coding in quotes", Post("Transfer-Encoding: \"chunked\"", EmptyChunks + Smuggled), 0),
        new("coding behind a vertical tab", Post($"Transfer-Encoding: \u000bchunked\r\nContent-Length: {EmptyChunks.Length}", EmptyChunks), 0),
        new("coding before a form feed", Post($"Transfer-Encoding: chunked\u000c\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("coding before a null", Post($"Transfer-Encoding: chunked\0\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("coding behind a no-break space", Post($"Transfer-Encoding: \u00a0chunked\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("coding behind 0xFF", Post($"Transfer-Encoding: \u00ffchunked\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("coding in the next line", Post($"Transfer-Encoding:\r\n chunked\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("coding behind a bare carriage return", Post($"X: y\rTransfer-Encoding: chunked\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("coding behind a bare line feed", Post($"X: y\nTransfer-Encoding: chunked\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("coding with a comma before it", Post("Transfer-Encoding: ,chunked", EmptyChunks), 0),
        new("coding with a comma behind it", Post("Transfer-Encoding: chunked,", EmptyChunks), 0),
        new("coding behind a tab", Post("Transfer-Encoding:\tchunked", EmptyChunks), 1),
        new("coding with a parameter", Post("Transfer-Encoding: chunked;q=1", EmptyChunks + Smuggled), 0),
        new("empty coding", Post($"Transfer-Encoding: \r\nContent-Length: {EmptyChunks.Length}", EmptyChunks), 0),
        new("coding with a byte above ASCII", Post($"Transfer-Encoding: chunk\u00e9d\r\nContent-Length: {EmptyChunks.Length}", EmptyChunks), 0),
        new("gzip as a transfer coding", Post("Transfer-Encoding: gzip, chunked", EmptyChunks), 0),
        new("coding in HTTP/1.0", "POST /v1/messages HTTP/1.0\r\nHost: h\r\nx-api-key: k\r\n" + $"{Chunked}\r\nContent-Length: {EmptyChunks.Length}\r\n\r\n{EmptyChunks}", 0),
        new("line that begins with the coding's name", Post($"X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 0),
        new("underscore in the coding's name", Post($"Transfer_Encoding: chunked\r\nContent-Length: {EmptyChunks.Length + Smuggled.Length}", EmptyChunks + Smuggled), 1),
    ];

    private static IEnumerable<Payload> Chunks =>
    [
        new("chunk extension", Post(Chunked, "2;a=b\r\n{}\r\n0\r\n\r\n"), 1),
        new("chunk extension with a quoted line break", Post(Chunked, $"2;a=\"\r\n{Smuggled}\"\r\n{{}}\r\n0\r\n\r\n"), 0),
        new("chunk extension with a line feed", Post(Chunked, $"2;a\n{{}}\r\n{EmptyChunks}"), 0),
        new("chunk size beyond 64 bits", Post(Chunked, $"10000000000000002\r\n{{}}\r\n{EmptyChunks}{Smuggled}"), 0),
        new("chunk size beyond 32 bits", Post(Chunked, $"100000002\r\n{{}}\r\n{EmptyChunks}{Smuggled}"), 0),
        new("negative chunk size", Post(Chunked, $"-2\r\n{{}}\r\n{EmptyChunks}{Smuggled}"), 0),
        new("chunk size with 0x", Post(Chunked, $"0x2\r\n{{}}\r\n{EmptyChunks}"), 0),
        new("chunk size with leading zeros", Post(Chunked, $"0000000000000002\r\n{{}}\r\n{EmptyChunks}"), 0),
        new("chunk size behind a blank", Post(Chunked, $" 2\r\n{{}}\r\n{EmptyChunks}"), 0),
        new("empty chunk size", Post(Chunked, $"\r\n{{}}\r\n{EmptyChunks}"), 0),
        new("chunk size with an underscore", Post(Chunked, $"1_0\r\n{{}}\r\n{EmptyChunks}{Smuggled}"), 0),
        new("chunk size before a blank", Post(Chunked, $"2 \r\n{{}}\r\n{EmptyChunks}"), 0),
        new("chunks with bare line feeds", Post(Chunked, "2\n{}\n0\n\n" + Smuggled), 0),
        new("chunks with bare carriage returns", Post(Chunked, "2\r{}\r0\r\r" + Smuggled), 0),
        new("last chunk of many zeros", Post(Chunked, "2\r\n{}\r\n0000\r\n\r\n"), 1),
        new("chunk longer than it says", Post(Chunked, $"2\r\n{{}}x\r\n{EmptyChunks}{Smuggled}"), 0),
        new("chunk with a bare line feed behind its size", Post(Chunked, $"2\n{{}}\r\n{EmptyChunks}"), 0),
        new("chunk with a bare line feed behind it", Post(Chunked, $"2\r\n{{}}\n{EmptyChunks}"), 0),
        new("last chunk without its end", Post(Chunked, "2\r\n{}\r\n0\r\n" + Smuggled), 0),
        new("trailer that names a length", Post(Chunked, $"2\r\n{{}}\r\n0\r\nContent-Length: {Smuggled.Length}\r\n\r\n"), 1),
        new("trailer that names a host", Post(Chunked, "2\r\n{}\r\n0\r\nHost: evil.example\r\n\r\n"), 1),
    ];

    private static IEnumerable<Payload> Lines =>
    [
        new("header that goes on in the next line", Post("X-A: b\r\n c\r\nContent-Length: 2", "{}"), 0),
        new("first header that begins with a blank", $"POST /v1/messages HTTP/1.1\r\n Host: h\r\nContent-Length: {Smuggled.Length}\r\n\r\n{Smuggled}", 0),
        new("bare line feeds", Post("Content-Length: 2", "{}").Replace("\r\n", "\n", StringComparison.Ordinal), 1),
        new("bare line feed in a header", Post($"X-A: b\nContent-Length: {Smuggled.Length}", Smuggled), 1),
        new("bare carriage return in a header", Post($"X-A: b\rContent-Length: {Smuggled.Length}\r\nContent-Length: 2", "{}"), 0),
        new("second header that begins with a tab", Post($"X-A: b\r\n\tContent-Length: {Smuggled.Length}\r\nContent-Length: 2", "{}"), 0),
        new("blank before the request", " " + Post("Content-Length: 2", "{}"), 0),
        new("null in the method", Post("Content-Length: 2", "{}").Replace("POST ", "PO\0ST ", StringComparison.Ordinal), 0),
        new("small letters in the version", Post("Content-Length: 2", "{}").Replace("HTTP/1.1", "http/1.1", StringComparison.Ordinal), 0),
        new("two requests in a request line", Post("Content-Length: 2", "{}").Replace(" HTTP/1.1", " HTTP/1.1 GET /v1/smuggled HTTP/1.1", StringComparison.Ordinal), 0),
        new("null in a value", Post("X-A: b\0c\r\nContent-Length: 2", "{}"), 0),
        new("null in a name", Post("X\0A: b\r\nContent-Length: 2", "{}"), 0),
        new("header without a colon", Post("X-A b\r\nContent-Length: 2", "{}"), 0),
        new("header without a name", Post(": b\r\nContent-Length: 2", "{}"), 0),
        new("blank in a name", Post("X A: b\r\nContent-Length: 2", "{}"), 0),
        new("line breaks before the request", "\r\n\r\n" + Post("Content-Length: 2", "{}"), 1),
        new("two blanks in the request line", Post("Content-Length: 2", "{}").Replace("POST /", "POST  /", StringComparison.Ordinal), 0),
        new("tab in the request line", Post("Content-Length: 2", "{}").Replace("POST /", "POST\t/", StringComparison.Ordinal), 0),
        new("no version", "GET /v1/models\r\n\r\n" + Smuggled.Replace("/v1/smuggled", "/v1/models", StringComparison.Ordinal), 0),
        new("version of the future", Post("Content-Length: 2", "{}").Replace("HTTP/1.1", "HTTP/1.9", StringComparison.Ordinal), 0),
        new("carriage returns in the request line", Post("Content-Length: 2", "{}").Replace(" HTTP/1.1", " HTTP/1.1\rX: y", StringComparison.Ordinal), 0),
    ];

    private static IEnumerable<Payload> Targets =>
    [
        new("absolute target of another host", Post("Content-Length: 2", "{}").Replace("/v1/messages", "http://evil.example/v1/messages", StringComparison.Ordinal), 0),
        new("absolute target of another host and port", Post("Content-Length: 2", "{}").Replace("/v1/messages", "https://evil.example:8443/v1/messages", StringComparison.Ordinal), 0),
        new("absolute target with a user", Post("Content-Length: 2", "{}").Replace("/v1/messages", "http://h@evil.example/v1/messages", StringComparison.Ordinal), 0),
        new("absolute target of our host", Post("Content-Length: 2", "{}").Replace("/v1/messages", "http://h/v1/messages", StringComparison.Ordinal), 1),
        new("target without a scheme", Post("Content-Length: 2", "{}").Replace("/v1/messages", "//evil.example/v1/messages", StringComparison.Ordinal), 1),
        new("target with an at sign", Post("Content-Length: 2", "{}").Replace("/v1/messages", "@evil.example/v1/messages", StringComparison.Ordinal), 0),
        new("target that begins with a word", Post("Content-Length: 2", "{}").Replace("/v1/messages", "v1/messages", StringComparison.Ordinal), 0),
        new("target with backslashes", Post("Content-Length: 2", "{}").Replace("/v1/messages", "\\\\evil.example\\v1\\messages", StringComparison.Ordinal), 0),
        new("absolute target with another scheme", Post("Content-Length: 2", "{}").Replace("/v1/messages", "gopher://evil.example/v1/messages", StringComparison.Ordinal), 0),
        new("absolute target without a host header", "GET http://evil.example/v1/messages HTTP/1.1\r\nx-api-key: k\r\n\r\n", 0),
        new("target that climbs", Post("Content-Length: 2", "{}").Replace("/v1/messages", "/v1/messages/../../../../evil", StringComparison.Ordinal), 1),
        new("asterisk", "OPTIONS * HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n\r\n", 0),
        new("tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nx-api-key: k\r\n\r\n", 0),
        new("tunnel with a path", "CONNECT /v1/messages HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n\r\n", 0),
        new("request in the target", Post("Content-Length: 2", "{}").Replace("/v1/messages", "/v1/messages?a=%0d%0aGET%20/v1/smuggled%20HTTP/1.1", StringComparison.Ordinal), 1),
        new("null in the target", Post("Content-Length: 2", "{}").Replace("/v1/messages", "/v1/messages%00", StringComparison.Ordinal), 0),
        new("byte above ASCII in the target", Post("Content-Length: 2", "{}").Replace("/v1/messages", "/v1/mess\u00e4ges", StringComparison.Ordinal), 0),
        new("two hosts", Post("Host: evil.example\r\nContent-Length: 2", "{}"), 0),
        new("no host", "POST /v1/messages HTTP/1.1\r\nx-api-key: k\r\nContent-Length: 2\r\n\r\n{}", 0),
        new("another host", Post("Content-Length: 2", "{}").Replace("Host: h", "Host: evil.example", StringComparison.Ordinal), 1),
        new("blank before the colon of the host", Post("Content-Length: 2", "{}").Replace("Host: h", "Host : evil.example\r\nHost: h", StringComparison.Ordinal), 0),
        new("hosts in a list", Post("Content-Length: 2", "{}").Replace("Host: h", "Host: h, evil.example", StringComparison.Ordinal), 0),
        new("host with a user", Post("Content-Length: 2", "{}").Replace("Host: h", "Host: h@evil.example", StringComparison.Ordinal), 0),
        new("host that the connection names", Post("Connection: Host\r\nContent-Length: 2", "{}"), 1),
        new("host with a path", Post("Content-Length: 2", "{}").Replace("Host: h", "Host: h/v1", StringComparison.Ordinal), 0),
        new("host with a blank", Post("Content-Length: 2", "{}").Replace("Host: h", "Host: h evil.example", StringComparison.Ordinal), 0),
        new("host that was forwarded", Post("X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nX-Host: evil.example\r\nContent-Length: 2", "{}"), 1),
        new("target that was rewritten", Post("X-Original-URL: /v1/smuggled\r\nX-Rewrite-URL: /v1/smuggled\r\nContent-Length: 2", "{}"), 1),
        new("method that was rewritten", Post("X-HTTP-Method-Override: DELETE\r\nContent-Length: 2", "{}"), 1),
    ];

    private static IEnumerable<Payload> Upgrades =>
    [
        new("HTTP/2 by prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0", 0),
        new("HTTP/2 by upgrade", Post("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\nContent-Length: 2", "{}"), 1),
        new("HTTP/2 in the request line", Post("Content-Length: 2", "{}").Replace("HTTP/1.1", "HTTP/2.0", StringComparison.Ordinal), 0),
        new("HTTP/2 by upgrade, with a request as its body", Post($"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\nContent-Length: {Smuggled.Length}", Smuggled), 1),
        new("WebSocket with a request as its body", Post(WebSocket + $"\r\nContent-Length: {Smuggled.Length}", Smuggled), 0),
        new("WebSocket of a GET with a request as its body", $"GET /v1/models HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n{WebSocket}\r\nContent-Length: {Smuggled.Length}\r\n\r\n{Smuggled}", 0),
        new("WebSocket of a GET with chunks", $"GET /v1/models HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n{WebSocket}\r\n{Chunked}\r\n\r\n{Chunk(Smuggled)}{EmptyChunks}", 0),
        new("WebSocket of an unknown version", $"GET /v1/models HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n{WebSocket.Replace("13", "777", StringComparison.Ordinal)}\r\n\r\n{Smuggled}", 0),
        new("upgrade to something", Post("Connection: upgrade\r\nUpgrade: x\r\nContent-Length: 2", "{}"), 1),
        new("header that the connection names", Post("Connection: close, x-api-key, Content-Length\r\nContent-Length: 2", "{}"), 1),
        new("coding that the connection names", Post($"Connection: Transfer-Encoding\r\n{Chunked}", "2\r\n{}\r\n0\r\n\r\n"), 1),
        new("expectation of something else", Post($"Expect: 200-ok\r\nContent-Length: {Smuggled.Length}", Smuggled), 1),
        new("expectation, body is a request", Post($"Expect: 100-continue\r\nContent-Length: {Smuggled.Length}", Smuggled), 1),
        new("expectation", Post("Expect: 100-continue\r\nContent-Length: 2", "{}"), 1),
        new("proxy's connection", Post("Proxy-Connection: keep-alive\r\nKeep-Alive: timeout=5\r\nTE: trailers\r\nTrailer: X\r\nContent-Length: 2", "{}"), 1),
    ];

    private static IEnumerable<Payload> Values =>
    [
        new("escaped line break in a value", Post("X-A: b%0d%0aGET /v1/smuggled HTTP/1.1\r\nContent-Length: 2", "{}"), 1),
        new("line separators in a value", Post("X-A: b\u0085GET /v1/smuggled HTTP/1.1\r\nContent-Length: 2", "{}"), 1),
        new("form feed in a value", Post("X-A: b\u000cc\r\nContent-Length: 2", "{}"), 1),
        new("line break in the method", Post("Content-Length: 2", "{}").Replace("POST ", "PO\r\nST ", StringComparison.Ordinal), 0),
        new("method that is a request", Post("Content-Length: 2", "{}").Replace("POST ", "GET/v1/smuggled ", StringComparison.Ordinal), 0),
        new("our own headers", Post("X-Lumen-Forward-Host: evil.example\r\nContent-Length: 2", "{}"), 1),
    ];

    private static string Post(string headers, string body) => $"POST /v1/messages HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n{headers}\r\n\r\n{body}";

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";
}

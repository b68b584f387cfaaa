using System.Text;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Forwarding;

public sealed class ResponseFidelityTests
{
    [Fact]
    public async Task Response_HeadersAndReason_ArriveLineByLine()
    {
        var (head, body) = await GetAsync(
            "HTTP/1.1 429 Slow Down Please\r\nSet-Cookie: a=1; Path=/\r\nSet-Cookie: b=2, c\r\nX-Latin: caf\u00e9\u00ff\r\nx-empty:\r\nContent-Type: text/x; q\r\n"
            + "Content-Encoding: gzip\r\nServer: upstream/1\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nETag: W/\"x\"\r\nConnection: close, X-Drop, Content-Encoding, set-cookie\r\nX-Drop: 1\r\n"
            + "Keep-Alive: timeout=1\r\nProxy-Authenticate: Basic\r\nProxy-Authentication-Info: x\r\nTE: trailers\r\nTrailer: X\r\nRetry-After: 1\r\nAlt-Svc: h3=\":443\"\r\nContent-Length: 5\r\n\r\n\u001f\u008b\u0008\u0000\u00ff");
        head.StartLine.ShouldBe("HTTP/1.1 429 Slow Down Please");
        head.Normalised().ShouldBe(
        [
            "alt-svc: h3=\":443\"", "content-encoding: gzip", "content-length: 5", "content-type: text/x; q", "date: Thu, 01 Jan 1970 00:00:00 GMT", "etag: W/\"x\"",
            "retry-after: 1", "server: upstream/1", "set-cookie: a=1; Path=/", "set-cookie: b=2, c", "x-empty: ", "x-latin: caf\u00e9\u00ff",
        ]);
        body.ShouldBe([0x1f, 0x8b, 8, 0, 0xff]);
    }

    [Theory]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 301 Moved", "0")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 204 No Content", null)]
    [InlineData("HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n", "HTTP/1.1 304 Not Modified", null)]
    [InlineData("HTTP/1.1 304 Not Modified\r\nContent-Length: 77\r\n\r\n", "HTTP/1.1 304 Not Modified", "77")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "HTTP/1.1 200 OK", "2")]
    [InlineData("HTTP/1.1 529 \r\nContent-Length: 2\r\n\r\n{}", "HTTP/1.1 529 ", "2")]
    public async Task Response_Status_IsRelayed(string response, string statusLine, string? contentLength)
    {
        var (head, body) = await GetAsync(response);
        head.StartLine.ShouldBe(statusLine);
        head.Value("Content-Length").ShouldBe(contentLength);
        head.Values("Transfer-Encoding").ShouldBeEmpty();
        body.Length.ShouldBe(contentLength == "2" ? 2 : 0);
    }

    [Fact]
    public async Task Response_ToHead_KeepsContentLengthAndHasNoBody()
    {
        using var limit = Limits.Token();
        await using var upstream = new RawUpstream((exchange, cancellationToken) => exchange.Connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n", cancellationToken));
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        for (var i = 0; i < 2; i++)
        {
            await client.SendAsync("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n", limit.Token);
            var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
            head.Value("Content-Length").ShouldBe("1234");
        }
    }

    [Fact]
    public async Task Response_EndedByClose_IsChunkedForTheClient()
    {
        using var limit = Limits.Token();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.Connection.SendAsync("HTTP/1.1 200 OK\r\n\r\nuntil the end", cancellationToken);
            exchange.Connection.Close();
        });
        var (head, body) = await GetAsync(upstream);
        head.Value("Transfer-Encoding").ShouldBe("chunked");
        Encoding.Latin1.GetString(body).ShouldBe("until the end");
    }

    [Fact]
    public async Task Response_ChunkedWithTrailer_IsCompleteWithoutIt()
    {
        using var limit = Limits.Token();
        await using var upstream = new RawUpstream((exchange, cancellationToken) =>
            exchange.Connection.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-T\r\n\r\n3\r\nabc\r\n0\r\nX-T: 1\r\n\r\n", cancellationToken));
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTE: trailers\r\n\r\n", limit.Token);
        var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        head.Values("Trailer").ShouldBeEmpty();

        // A known limit of the listener; a runtime that can send them shows here.
        Encoding.Latin1.GetString(await client.ReadToEndAsync(limit.Token)).ShouldBe("3\r\nabc\r\n0\r\n\r\n");
    }

    private static async Task<(RawHead Head, byte[] Body)> GetAsync(string response)
    {
        await using var upstream = new RawUpstream((exchange, cancellationToken) => exchange.Connection.SendAsync(response, cancellationToken));
        return await GetAsync(upstream);
    }

    private static async Task<(RawHead Head, byte[] Body)> GetAsync(RawUpstream upstream)
    {
        using var limit = Limits.Token();
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Get("/").ToBytes("h"), limit.Token);
        var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        var noBody = head.StartLine.Contains(" 204 ", StringComparison.Ordinal) || head.StartLine.Contains(" 304 ", StringComparison.Ordinal);
        return (head, noBody ? [] : await client.ReadBodyAsync(head, limit.Token));
    }
}

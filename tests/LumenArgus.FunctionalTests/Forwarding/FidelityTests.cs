using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Forwarding;

public sealed class FidelityTests
{
    [Theory]
    [InlineData("/v1/messages")]
    [InlineData("/v1/messages?")]
    [InlineData("/?")]
    [InlineData("/a%2Fb%2fc")]
    [InlineData("/a/../b/./c/..")]
    [InlineData("/%2e%2E/%41")]
    [InlineData("//double//slashes//")]
    [InlineData("/back\\slash\\..\\x")]
    [InlineData("/odd\"<>[]^`{|}'()*;=:@!$&,~")]
    [InlineData("/latin1/%E9%FF?q=%E9")]
    [InlineData("/bad%escape%zz%?x=%&y=%2")]
    [InlineData("/x?a=b?c/d&e=../..#not-a-fragment")]
    [InlineData("/x#y/../z")]
    [InlineData("/?a=http://other.example/b")]
    public async Task Target_OddButLegal_ArrivesIdentical(string target)
    {
        var request = RawRequest.Get(target, "Accept: */*");
        var (received, _) = await RoundTripAsync(request);
        received.StartLine.ShouldBe($"GET {target} HTTP/1.1");
    }

    [Theory]
    [InlineData("/caf\u00e9")]
    [InlineData("/a%00b")]
    public async Task Target_TheListenerRefuses_IsAnswered400AndNotSent(string target)
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Get(target).ToBytes("h"), limit.Token);
        (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe("HTTP/1.1 400 Bad Request");
        upstream.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://api.example.com/a%2Fb/../c?d", "/a%2Fb/../c?d")]
    [InlineData("http://api.example.com?d", "/?d")]
    [InlineData("http://api.example.com", "/")]
    public async Task Target_AbsoluteForm_IsSentInOriginForm(string target, string expected)
    {
        var (received, _) = await RoundTripAsync(RawRequest.Get(target), host: "api.example.com");
        received.StartLine.ShouldBe($"GET {expected} HTTP/1.1");
    }

    [Fact]
    public async Task Target_BaseUrlWithPath_PrefixIsKept()
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var app = await ForwardingApp.StartAsync(new Uri(upstream.Uri, "/prefix/v2/"));
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Get("/a%2Fb/../c?x").ToBytes("h"), limit.Token);
        await client.ReadHeadAsync(limit.Token);
        upstream.Received[0].Request.StartLine.ShouldBe("GET /prefix/v2/a%2Fb/../c?x HTTP/1.1");
        upstream.Received[0].Request.Value("Host").ShouldBe($"127.0.0.1:{upstream.Port}");
    }

    [Fact]
    public async Task Headers_RepeatedEmptyOddLatin1_ArriveLineByLine()
    {
        string[] lines =
        [
            "X-Twice: one", "X-Twice: two, three", "X-Twice: ", "Accept: a", "Accept: b", "User-Agent: not ( a valid/ user agent", "Cookie: a=b", "Cookie: c=d",
            "X-Latin: caf\u00e9\u00ff", "Content-Type: nonsense;;; x", "Content-Type: second", "Expires: -1", "anthropic-beta: x", "Accept-Encoding: br, gzip", "If-Match: *",
        ];
        var (received, _) = await RoundTripAsync(RawRequest.Post("/", "{}", lines));
        received.Normalised("Host", "Content-Length").ShouldBe(RawRequest.Post("/", "{}", lines).Headers
            .OrderBy(line => line.Key.ToUpperInvariant(), StringComparer.Ordinal).Select(line => $"{line.Key.ToLowerInvariant()}: {line.Value}"));
        received.Value("Content-Length").ShouldBe("2");
    }

    [Fact]
    public async Task Headers_OfTheConnectionAndOurs_AreNotForwarded()
    {
        var (received, _) = await RoundTripAsync(RawRequest.Post("/", "{}",
            "Connection: X-Drop-Me, X-Drop-Too", "X-Drop-Me: 1", "x-drop-too: 2", "HTTP2-Settings: x", "Keep-Alive: timeout=5", "TE: trailers", "Trailer: X", "Proxy-Authorization: x", "Proxy-Connection: x",
            "X-Lumen-Argus-Agent: a", "x-lumen-forward-host: b", "X-Lumen: stays", "Expect: 100-continue", "X-Kept: 1"));
        received.Normalised("Host", "Content-Length").ShouldBe(["x-kept: 1", "x-lumen: stays"]);
    }

    [Theory]
    [InlineData("Connection: close, X-Drop")]
    [InlineData("Connection: X-Drop , CLOSE")]
    [InlineData("Connection: keep-alive, X-Drop")]
    [InlineData("Connection: keep-alive", "Connection: X-Drop")]
    [InlineData("Connection: X-Drop", "Connection: close")]
    [InlineData("Connection: upgrade, x-drop")]
    [InlineData("Connection: x-other,,keep-alive,\tx-drop")]
    public async Task Headers_ThatConnectionNames_AreNotForwarded(params string[] connection)
    {
        var (received, answered) = await RoundTripAsync(RawRequest.Post("/", "{}", [.. connection, "X-Drop: 1", "X-Kept: 1"]));
        received.Normalised("Host", "Content-Length").ShouldBe(["x-kept: 1"]);

        // What the listener itself is told there still counts.
        answered.Values("Connection").ShouldBe(string.Concat(connection).Contains("close", StringComparison.OrdinalIgnoreCase) ? ["close"] : []);
    }

    [Fact]
    public async Task Headers_ForAllRecipients_AreForwardedAlthoughConnectionNamesThem()
    {
        string[] kept =
        [
            "Accept: a", "Anthropic-Version: 1", "Authorization: Bearer x", "Cache-Control: no-cache", "Content-Encoding: identity", "Content-Type: text/plain", "Cookie: a=b", "Forwarded: for=1.2.3.4", "User-Agent: u",
            "X-Api-Key: k", "X-Forwarded-For: 1.2.3.4", "X-Goog-Api-Key: k",
        ];
        var names = string.Join(", ", kept.Select(static line => line.Split(':')[0]).Append("Host").Append("Content-Length").Append("X-Drop"));
        var (received, _) = await RoundTripAsync(RawRequest.Post("/", "{}", ["Connection: close, " + names, .. kept, "X-Drop: 1"]));
        received.Normalised("Host").ShouldBe([.. kept.Append("Content-Length: 2").Select(static line => line.Split(": ")[0].ToLowerInvariant() + ": " + line.Split(": ")[1]).Order(StringComparer.Ordinal)]);
        received.Values("Host").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Headers_OnlyContentHeadersWithoutBody_AreForwarded()
    {
        var (received, _) = await RoundTripAsync(RawRequest.Get("/", "Content-Type: a/b", "Allow: x"));
        received.Normalised("Host", "Connection").ShouldBe(["allow: x", "content-type: a/b"]);
    }

    [Fact]
    public async Task Request_WithoutBody_HasNoFraming()
    {
        var (received, _) = await RoundTripAsync(RawRequest.Get("/", "Accept: */*"));
        received.Normalised("Host").ShouldBe(["accept: */*"]);
    }

    [Fact]
    public async Task Request_RandomButLegal_ArrivesIdentical()
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        var requests = new RandomRequests(seed: 20260102);
        for (var i = 0; i < 200; i++)
        {
            var sent = requests.Next();
            await client.SendAsync(sent.ToBytes("client.example"), limit.Token);
            var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
            head.StartLine.ShouldBe("HTTP/1.1 200 OK", $"request {i}: {sent.Method} {sent.Target}");
            await client.ReadBodyAsync(head, limit.Token);
            sent.ShouldHaveArrivedAs(upstream.Received[i], i);
        }
    }

    private static async Task<(RawHead Received, RawHead Answered)> RoundTripAsync(RawRequest request, string host = "client.example")
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(request.ToBytes(host), limit.Token);
        var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        if (head.StartLine.Contains("100 Continue", StringComparison.Ordinal))
        {
            head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        }

        head.StartLine.ShouldBe("HTTP/1.1 200 OK");
        return (upstream.Received[0].Request, head);
    }
}

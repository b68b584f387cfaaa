using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.LifeCycle;

/// <summary>How large a head may be: far beyond what any tool sends, but not without end.</summary>
public sealed class ListenerLimitTests
{
    [Theory]
    [InlineData("200 KB of headers", 200, 1000, 0, "HTTP/1.1 200 OK")]
    [InlineData("300 KB of headers", 300, 1000, 0, "HTTP/1.1 431 Request Header Fields Too Large")]
    [InlineData("one header of 200 KB", 1, 200_000, 0, "HTTP/1.1 200 OK")]
    [InlineData("900 headers", 900, 10, 0, "HTTP/1.1 200 OK")]
    [InlineData("1,100 headers", 1100, 10, 0, "HTTP/1.1 431 Request Header Fields Too Large")]
    [InlineData("a target of 100 KB", 0, 0, 100_000, "HTTP/1.1 200 OK")]
    [InlineData("a target of 200 KB", 0, 0, 200_000, "HTTP/1.1 414 URI Too Long")]
    public async Task Head_OfASize_IsForwardedOrRefused(string what, int headers, int bytes, int target, string expected)
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var host = await ProductHost.StartAsync(upstream.Uri);
        using var client = await RawConnection.ConnectAsync(host.Port, limit.Token);
        var lines = string.Concat(Enumerable.Range(0, headers).Select(i => $"X-{i}: {new string('v', bytes)}\r\n"));
        await client.SendAsync($"GET /v1/models{(target > 0 ? "?q=" + new string('q', target) : "")} HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\n{lines}\r\n", limit.Token);
        (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe(expected, what);
        upstream.Received.Count.ShouldBe(expected.EndsWith("OK", StringComparison.Ordinal) ? 1 : 0);
    }

    [Fact]
    public async Task Connection_ThatIsIdle_CostsNoOneElseAnything()
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var host = await ProductHost.StartAsync(upstream.Uri);
        var idle = new List<RawConnection>();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                var connection = await RawConnection.ConnectAsync(host.Port, limit.Token);
                idle.Add(connection);
                await connection.SendAsync("POST /v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n{", limit.Token);
            }

            using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
            response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        }
        finally
        {
            idle.ForEach(static connection => connection.Dispose());
        }
    }
}

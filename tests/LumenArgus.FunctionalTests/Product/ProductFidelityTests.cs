using System.Text;
using LumenArgus.FunctionalTests.Forwarding;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Product;

public sealed class ProductFidelityTests
{
    [Fact]
    public async Task Requests_AThousandRandomOnes_ArriveIdentical()
    {
        using var limit = new CancellationTokenSource(Soak.Limit);
        await using var upstream = RawUpstream.Answering();
        await using var host = await ProductHost.StartAsync(upstream.Uri);
        using var client = await RawConnection.ConnectAsync(host.Port, limit.Token);
        var requests = new RandomRequests(seed: 20261121);
        for (var i = 0; i < Soak.Times(1_000, 20_000); i++)
        {
            var sent = requests.Next(largestBodyBytes: Soak.Times(1_000_000, 50_000));
            await client.SendAsync((sent with { Target = "/_upstream/raw" + sent.Target }).ToBytes("client.example"), limit.Token);
            var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
            head.StartLine.ShouldBe("HTTP/1.1 200 OK", $"request {i}: {sent.Method} {sent.Target}");
            await client.ReadBodyAsync(head, limit.Token);
            sent.ShouldHaveArrivedAs(upstream.Received[i], i);
        }
    }

    [Theory]
    [InlineData("/../..")]
    [InlineData("/../../health")]
    [InlineData("/%2e%2e/%2e%2e/metrics")]
    public async Task Target_ThatWouldNormaliseToOneOfOurs_IsForwarded(string target)
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var host = await ProductHost.StartAsync(upstream.Uri);
        using var client = await RawConnection.ConnectAsync(host.Port, limit.Token);
        await client.SendAsync(RawRequest.Get("/_upstream/raw" + target).ToBytes("client.example"), limit.Token);
        (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe("HTTP/1.1 200 OK");
        upstream.Received.ShouldHaveSingleItem().Request.StartLine.ShouldBe($"GET {target} HTTP/1.1");
    }

    [Fact]
    public async Task Request_OfTenMegabytes_ArrivesIdentical()
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var host = await ProductHost.StartAsync(upstream.Uri);
        using var client = await RawConnection.ConnectAsync(host.Port, limit.Token);
        var text = new StringBuilder("{\"a\":1,\"a\":1e400,\"s\":\"\\ud800\",\"t\":\"");
        var random = new Random(7);
        while (text.Length < 10_000_000)
        {
            text.Append((char)random.Next('a', 'z' + 1), random.Next(1, 9)).Append(' ');
        }

        var sent = RawRequest.Post("/_upstream/raw/v1/x%2Fy/../z?q", text.Append("\"}").ToString(), "X-Twice: 1", "X-Twice: 2", "X-Latin: caf\u00e9");
        await client.SendAsync(sent.ToBytes("client.example"), limit.Token);
        (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe("HTTP/1.1 200 OK");
        (sent with { Target = "/v1/x%2Fy/../z?q" }).ShouldHaveArrivedAs(upstream.Received[0], 0);
    }
}

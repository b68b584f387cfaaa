using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Smuggling;

/// <summary>
/// Each payload goes over a raw connection to the whole product, and behind it on the same connection a last, honest request. Whatever becomes of it: the provider sees no
/// request that was only part of another, none for another host, none that a second parser could read in another way, and the caller sees no failure of ours.
/// </summary>
public sealed class SmugglingTests(SmugglingTests.Fixture fixture) : IClassFixture<SmugglingTests.Fixture>
{
    private const string Last = "GET /v1/models/last HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\nConnection: close\r\n\r\n";

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            for (var i = 0; i < Payloads.All.Count; i++)
            {
                cases.Add(i, Payloads.All[i].Name);
            }

            return cases;
        }
    }

    [Fact]
    public void Payloads_AreAtLeastSixty() => Payloads.All.Select(static payload => payload.Bytes).Distinct().Count().ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Payload_NeverBecomesAnotherRequest(int number, string name)
    {
        var payload = Payloads.All[number];
        var before = fixture.Upstream.Received.Count;

        var answer = await SendAsync(payload.Bytes + Last);

        var received = fixture.Upstream.Received.Skip(before).ToList();
        received.Count(static exchange => !exchange.Request.StartLine.Contains("/last ", StringComparison.Ordinal)).ShouldBe(payload.Forwarded, $"{name}: {answer}");
        foreach (var exchange in received)
        {
            ShouldBeUnambiguous(exchange, name);
        }

        // 505 is the listener's own answer to another version; HTTP/2 is answered in HTTP/2.
        answer.Replace("HTTP/1.1 505", "", StringComparison.Ordinal).ShouldNotContain("HTTP/1.1 5", Case.Sensitive, name);
        (payload.Bytes.StartsWith("PRI ", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)).ShouldBeTrue(name);

        // And nobody else notices.
        (await SendAsync(Last)).ShouldStartWith("HTTP/1.1 200", Case.Sensitive, name);
    }

    private void ShouldBeUnambiguous(RawExchange exchange, string name)
    {
        var head = exchange.Request;
        var target = head.StartLine.Split(' ')[1];
        target.ShouldNotBe("/v1/smuggled", name);
        target.ShouldStartWith("/", Case.Sensitive, name);
        head.StartLine.Split(' ').Length.ShouldBe(3, name);
        head.Values("Host").ShouldBe([$"127.0.0.1:{fixture.Upstream.Port}"], name);
        head.Values("Transfer-Encoding").ShouldBeEmpty(name);
        head.Values("Content-Length").Count.ShouldBeLessThanOrEqualTo(1, name);
        head.Values("Upgrade").ShouldBeEmpty(name);
        foreach (var (header, value) in head.Headers)
        {
            (header + value).ShouldNotContain('\n', name);
            (header + value).ShouldNotContain('\r', name);
            (header + value).ShouldNotContain('\0', name);
        }
    }

    private async Task<string> SendAsync(string bytes)
    {
        using var limit = Limits.Token();
        using var client = await RawConnection.ConnectAsync(fixture.Host.Port, limit.Token);
        try
        {
            await client.SendAsync(bytes, limit.Token);
            return System.Text.Encoding.Latin1.GetString(await client.ReadToEndAsync(limit.Token));
        }
        catch (IOException)
        {
            return "HTTP/1.1 (reset)";
        }
    }

    /// <summary>One product and one provider for all payloads: what one leaves behind would show with the next.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public RawUpstream Upstream { get; } = RawUpstream.Answering();

        internal ProductHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await ProductHost.StartAsync(Upstream.Uri);

        public async Task DisposeAsync()
        {
            await Host.DisposeAsync();
            await Upstream.DisposeAsync();
        }
    }
}

using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.RequestBodies;

/// <summary>Bodies beyond <c>proxy.max_body_size</c> that are refused, cut, compressed or endless, and what they cost a process of their own.</summary>
public sealed class LargeBodyTests
{
    private const int Limit = 1000;

    [Fact]
    public async Task Start_OfACompressedBody_IsDecodedAsFarAsItGoes()
    {
        var text = Bodies.AwsKey + " " + string.Join(' ', Enumerable.Range(0, 20_000).Select(static i => $"{i * 7919}"));
        var body = Coded.Apply(Encoding.UTF8.GetBytes(Bodies.Anthropic(text)), "gzip");
        await using var upstream = RawUpstream.Answering();
        await using var host = await StartAsync(upstream.Uri, static config => config with
        {
            DefaultAction = PolicyAction.Alert, Proxy = config.Proxy with { MaxBodySize = 20_000 }, Fail = config.Fail with { Decode = FailMode.Closed },
        });

        using var response = await host.PostAsync("/v1/messages", body, ("Content-Encoding", "gzip"));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        upstream.Received.ShouldHaveSingleItem().Body.ShouldBe(body);
        (await host.Sink.NextCompletedAsync()).Scan.Findings.Select(static finding => finding.Type).Order().ShouldBe(["aws_access_key", "unscanned", "unscanned"]);
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, zstd")]
    [InlineData("zstd, br")]
    public async Task Start_OfABodyInTheseCodings_IsDecodedThroughAllLayers(string codings)
    {
        // Noise keeps the body long.
        var noise = new byte[400_000];
        new Random(7).NextBytes(noise);
        var body = Coded.Apply(Encoding.UTF8.GetBytes(Bodies.Anthropic($"{Bodies.AwsKey} {Convert.ToHexString(noise)}")), codings);
        await using var upstream = RawUpstream.Answering();
        await using var host = await StartAsync(upstream.Uri, static config => config with
        {
            Proxy = config.Proxy with { MaxBodySize = 200_000 }, Fail = config.Fail with { Decode = FailMode.Closed },
        });

        using var response = await host.PostAsync("/v1/messages", body, ("Content-Encoding", codings));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        upstream.Received.ShouldHaveSingleItem().Body.AsSpan().SequenceEqual(body).ShouldBeTrue();
        var findings = (await host.Sink.NextCompletedAsync()).Scan.Findings;
        findings.ShouldContain(static finding => finding.Type == "aws_access_key");
        findings.Where(static finding => finding.Type == "unscanned").ShouldAllBe(static finding => finding.Detail!.Contains("beyond proxy.max_body_size", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_ThatIsDamaged_IsSaidBesideWhatItLacks()
    {
        // Not at its end, which is with the client.
        var body = Coded.Apply(new byte[100], "gzip").Concat(Encoding.UTF8.GetBytes(Bodies.Anthropic($"{Bodies.AwsKey} {new string('x', 50_000)}"))).ToArray();
        await using var upstream = RawUpstream.Answering();
        await using var host = await StartAsync(upstream.Uri);

        using var response = await host.PostAsync("/v1/messages", body, ("Content-Encoding", "gzip"));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        var findings = (await host.Sink.NextCompletedAsync()).Scan.Findings;
        findings.ShouldContain(static finding => finding.Detail == "1000 bytes could not be decoded: content coding gzip: the body is damaged or followed by other bytes");
        findings.ShouldContain(static finding => finding.Type == "aws_access_key");
        findings.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Closed_DeclaredLength_IsRefusedWithoutReading()
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var host = await StartAsync(upstream.Uri, static config => config with { Fail = config.Fail with { Oversize = FailMode.Closed } });
        using var client = await RawConnection.ConnectAsync(host.Port, limit.Token);
        await client.SendAsync("POST /v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 5000000000\r\n\r\n{", limit.Token);

        var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        var text = Encoding.UTF8.GetString(await client.ReadBodyAsync(head, limit.Token));

        head.StartLine.ShouldBe("HTTP/1.1 400 Bad Request");
        text.ShouldStartWith("""{"type":"error",""");
        text.ShouldContain("proxy.max_body_size");
        text.ShouldContain("NOT sent");
        upstream.AcceptedConnections.ShouldBe(0);
        var scan = host.Sink.Decided.ShouldHaveSingleItem().Scan;
        (scan.Action, scan.BytesSkipped).ShouldBe((PolicyAction.Block, 5_000_000_000));
    }

    [Fact]
    public async Task Closed_ChunkedBody_IsRefusedWhenItGoesOnBeyondTheLimit()
    {
        await using var upstream = RawUpstream.Answering();
        await using var host = await StartAsync(upstream.Uri, static config => config with { Fail = config.Fail with { Oversize = FailMode.Closed } });
        var sent = RawRequest.Post("/v1/messages", Bodies.Anthropic(new string('x', 50_000))) with { Chunked = true };

        (await StatusAsync(host, sent.ToBytes("h"))).ShouldBe("HTTP/1.1 400 Bad Request");

        upstream.AcceptedConnections.ShouldBe(0);
    }

    [Fact]
    public async Task Redact_OfALargeBody_IsBlocked()
    {
        await using var upstream = RawUpstream.Answering();
        await using var host = await ProductHost.StartAsync(
            upstream.Uri,
            static config => config with { DefaultAction = PolicyAction.Redact, Proxy = config.Proxy with { MaxBodySize = Limit } },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Hooks));
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey + " " + new string('x', 50_000)));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        upstream.AcceptedConnections.ShouldBe(0);
    }

    [Fact]
    public async Task Passthrough_LargeBody_StreamsWithoutAFinding()
    {
        await using var upstream = RawUpstream.Answering();
        await using var host = await StartAsync(upstream.Uri, static config => config with
        {
            Pipeline = config.Pipeline with { OutboundDlp = false }, Fail = config.Fail with { Oversize = FailMode.Closed },
        });
        var body = Bodies.Anthropic(new string('x', 50_000));
        using var response = await host.PostAsync("/v1/messages", body);
        host.ShouldAnswer(response, HttpStatusCode.OK);
        upstream.Received.ShouldHaveSingleItem().Body.ShouldBe(Encoding.UTF8.GetBytes(body));
        (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Client_ThatLeavesInTheRest_CutsTheProvider(bool declared)
    {
        using var limit = Limits.Token();
        await using var upstream = new DrainingUpstream();
        await using var host = await StartAsync(upstream.Uri);
        using (var client = await RawConnection.ConnectAsync(host.Port, limit.Token))
        {
            var head = declared ? "Content-Length: 900000" : "Transfer-Encoding: chunked";
            await client.SendAsync($"POST /v1/messages HTTP/1.1\r\nHost: h\r\n{head}\r\n\r\n{(declared ? "" : "9c40\r\n")}{new string('x', 40_000)}", limit.Token);
            await upstream.HeadArrived.WaitAsync(limit.Token);
            client.Close(reset: true);
        }

        await Should.ThrowAsync<IOException>(() => upstream.Drained.WaitAsync(limit.Token));
        (await host.Sink.NextCompletedAsync()).ClientLeft.ShouldBeTrue();
    }

    [Fact]
    public async Task Rest_ThatIsNoBody_IsAnsweredWith400()
    {
        using var limit = Limits.Token();
        await using var upstream = new DrainingUpstream();
        await using var host = await StartAsync(upstream.Uri);
        using var client = await RawConnection.ConnectAsync(host.Port, limit.Token);
        await client.SendAsync($"POST /v1/messages HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n9c40\r\n{new string('x', 40_000)}\r\n", limit.Token);
        await upstream.HeadArrived.WaitAsync(limit.Token);
        await client.SendAsync("not a chunk\r\n", limit.Token);

        (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe("HTTP/1.1 400 Bad Request");

        await Should.ThrowAsync<IOException>(() => upstream.Drained.WaitAsync(limit.Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Memory_OfTheProduct_DoesNotGrowWithTheBody(bool declared)
    {
        const int piece = 64 * 1024;
        var pieces = Soak.Times(4_800, 40_000);
        using var limit = new CancellationTokenSource(Soak.Limit);
        await using var upstream = new DrainingUpstream();
        await using var product = await ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [TestPlugins.Secrets.Output],
            UpstreamUrl = upstream.Uri.ToString().TrimEnd('/'),
            ExtraConfiguration = "  max_body_size: 1000000\n  body_memory: 1048576\n",
        });
        using var client = await RawConnection.ConnectAsync(new Uri(product.Url).Port, limit.Token);
        var content = new byte[piece];
        new Random(1).NextBytes(content);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var framing = declared ? $"Content-Length: {(long)piece * pieces}" : "Transfer-Encoding: chunked";
        await client.SendAsync($"POST /v1/messages HTTP/1.1\r\nHost: h\r\n{framing}\r\n\r\n", limit.Token);
        var before = 0L;
        for (var i = 0; i < pieces; i++)
        {
            // The first megabytes are what it takes to serve any such body.
            before = i == 320 ? PeakMemory(product.ProcessId) : before;
            await client.SendAsync(declared ? "" : piece.ToString("x", CultureInfo.InvariantCulture) + "\r\n", limit.Token);
            await client.SendAsync(content, limit.Token);
            await client.SendAsync(declared ? "" : "\r\n", limit.Token);
            hash.AppendData(content);
        }

        await client.SendAsync(declared ? "" : "0\r\n\r\n", limit.Token);
        (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe("HTTP/1.1 200 OK");

        var drained = await upstream.Drained.WaitAsync(limit.Token);
        (drained.Length, drained.Hash).ShouldBe(((long)piece * pieces, Convert.ToHexString(hash.GetHashAndReset())));
        (PeakMemory(product.ProcessId) - before).ShouldBeLessThan(40_000_000);
    }

    // In bytes; of machines that have no such file nothing is said.
    private static long PeakMemory(int processId)
    {
        var status = $"/proc/{processId}/status";
        return File.Exists(status)
            ? 1024 * long.Parse(File.ReadLines(status).First(static line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
            : 0;
    }

    private static Task<ProductHost> StartAsync(Uri upstream, Func<LumenArgusConfig, LumenArgusConfig>? configure = null) => ProductHost.StartAsync(upstream, config =>
    {
        config = config with { Proxy = config.Proxy with { MaxBodySize = Limit } };
        return configure?.Invoke(config) ?? config;
    });

    private static async Task<string> StatusAsync(ProductHost host, byte[] request)
    {
        using var limit = Limits.Token();
        using var client = await RawConnection.ConnectAsync(host.Port, limit.Token);
        await client.SendAsync(request, limit.Token);
        return (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine;
    }
}

using System.IO.Compression;
using System.Text;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>A plugin with the hook response_chunk changes the texts of a response while it streams.</summary>
public sealed class ResponseChunkTests
{
    private static readonly string[] Parts = ["one ", "two ", "three"];

    [Fact]
    public async Task Stream_IsRewrittenEventByEvent()
    {
        await using var provider = await StandInProvider.StartAsync();
        using var gate = new ChunkGate();
        provider.Script = _ => StandInAnswer.Events([.. Parts.Select(ResponseScanTests.Delta), "event: ping\ndata: {}\n\n"], gate);
        await using var host = await StartAsync(provider, "capitals");
        gate.Release();
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true), ("Accept-Encoding", "gzip, br"));
        using var stream = await response.Content.ReadAsStreamAsync();

        // The first event is here while the provider has not sent the second.
        (await ReadEventAsync(stream)).ShouldBe(ResponseScanTests.Delta("ONE"));
        gate.Release(3);
        (await ReadEventAsync(stream)).ShouldBe(ResponseScanTests.Delta(" TWO"));
        (await ReadEventAsync(stream)).ShouldBe(ResponseScanTests.Delta(" THREE"[..^1]));
        (await ReadEventAsync(stream)).ShouldBe("event: ping\ndata: {}\n\n");
        (await ReadEventAsync(stream)).ShouldBe(ResponseScanTests.Delta("E"));
        provider.Requests.ShouldHaveSingleItem().Headers.Single(static header => header.Key == "Accept-Encoding").Value.ShouldBe("identity");
    }

    [Fact]
    public async Task PlainJson_IsRewritten()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.Plain("""{"content":[{"type":"text","text":"hello"},{"type":"thinking","thinking":"hello"}],"model":"m"}""");
        await using var host = await StartAsync(provider, "capitals");
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"content":[{"type":"text","text":"HELLO"},{"type":"thinking","thinking":"hello"}],"model":"m"}""");
        host.Sink.HasResponse.ShouldBeFalse();
    }

    [Fact]
    public async Task Hook_ThatWantsNothing_LeavesHeadersAndBytesAlone()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.Plain("""{"content":[{"type":"text","text":"hello"}]}""");
        await using var host = await StartAsync(provider, rewrite: null);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"), ("Accept-Encoding", "gzip, br"));
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"content":[{"type":"text","text":"hello"}]}""");
        response.Content.Headers.ContentLength.ShouldBe(44);
        provider.Requests.ShouldHaveSingleItem().Headers.Single(static header => header.Key == "Accept-Encoding").Value.ShouldBe("gzip, br");
    }

    [Theory]
    [InlineData("throw", "gave no usable answer")]
    [InlineData("null", "gave no usable answer")]
    [InlineData("hold too much", "gave no usable answer")]
    [InlineData("spin", "ran over its budget")]
    public async Task Hook_ThatFails_LeavesTheRestAsItComesAndIsTold(string rewrite, string told)
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Events([.. Parts.Select(ResponseScanTests.Delta)]);
        await using var host = await StartAsync(provider, rewrite);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true));
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            ResponseScanTests.Delta("ONE") + ResponseScanTests.Delta(" ") + ResponseScanTests.Delta("two ") + ResponseScanTests.Delta("three"));
        var finding = (await host.Sink.NextResponseAsync()).Scan.Findings.ShouldHaveSingleItem();
        (finding.Type, finding.Location).ShouldBe(("scan_error", "response.response_chunk"));
        finding.Detail.ShouldNotBeNull().ShouldContain(told);
    }

    [Fact]
    public async Task Response_ThatComesCompressedAllTheSame_GoesOnAndIsTold()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("""{"content":[{"type":"text","text":"hello"}]}"""u8);
        }

        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Plain(compressed.ToArray(), 200, "application/json", KeyValuePair.Create("Content-Encoding", "gzip"));
        await using var host = await StartAsync(provider, "capitals");
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(compressed.ToArray());
        (await host.Sink.NextResponseAsync()).Scan.Findings.ShouldHaveSingleItem().Detail.ShouldNotBeNull().ShouldContain("it is compressed");
    }

    [Fact]
    public async Task Stream_ThatIsCut_CutsTheClientWithoutWhatWasHeldBack()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.CutAfter([.. Parts.Select(static part => Encoding.UTF8.GetBytes(ResponseScanTests.Delta(part)))]);
        await using var host = await StartAsync(provider, "capitals");
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true));
        using var stream = await response.Content.ReadAsStreamAsync();
        var text = new StringBuilder();
        await Should.ThrowAsync<Exception>(async () =>
        {
            while (true)
            {
                text.Append(await ReadEventAsync(stream));
            }
        });
        string.Concat(ResponseScanTests.Delta("ONE"), ResponseScanTests.Delta(" TWO"), ResponseScanTests.Delta(" THRE")).ShouldStartWith(text.ToString());
    }

    private static async Task<string> ReadEventAsync(Stream stream)
    {
        using var limit = Limits.Token();
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!(bytes is [.., (byte)'\n', (byte)'\n']))
        {
            await stream.ReadExactlyAsync(one, limit.Token);
            bytes.Add(one[0]);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static Task<ProductHost> StartAsync(StandInProvider provider, string? rewrite)
    {
        var settings = new SettingMap(SettingMap.Empty.Values.SetItem("rewrite", rewrite));
        return ProductHost.StartAsync(
            provider.BaseAddress,
            config => config with
            {
                Plugins = config.Plugins with { ById = config.Plugins.ById.SetItem("test.hooks", new PluginConfig { Settings = settings }) },
            },
            static folder => folder.With(TestPlugins.Hooks));
    }
}

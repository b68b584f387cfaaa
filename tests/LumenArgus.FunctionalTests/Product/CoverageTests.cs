using System.IO.Compression;
using System.Net;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>No blind spot: wherever and however a key leaves, it is found.</summary>
public sealed class CoverageTests
{
    public static TheoryData<string, string> Slots => new()
    {
        { "system", $$$"""{"system":"{{{Bodies.AwsKey}}}","messages":[]}""" },
        { "tool input", $$$"""{"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"write","input":{"text":"{{{Bodies.AwsKey}}}"}}]}]}""" },
        { "tool result", $$$"""{"messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"{{{Bodies.AwsKey}}}"}]}]}""" },
        { "tool description", $$$"""{"tools":[{"name":"x","description":"{{{Bodies.AwsKey}}}"}],"messages":[]}""" },
        { "document", $$$"""{"messages":[{"role":"user","content":[{"type":"document","source":{"type":"text","data":"{{{Bodies.AwsKey}}}"}}]}]}""" },
        { "property name", $$$"""{"messages":[],"metadata":{"{{{Bodies.AwsKey}}}":1}}""" },
        { "array root", $$$"""["{{{Bodies.AwsKey}}}"]""" },
        { "escaped", """{"messages":[{"role":"user","content":"\u0041KIAQ3EGRFSZ7XKDLZMP"}]}""" },
        { "not JSON", $"just text with {Bodies.AwsKey} in it" },
        { "broken JSON", $$$"""{"messages":[{"role":"user","content":"{{{Bodies.AwsKey}}}" """ },
        { "second document", $$$"""{"messages":[]} {"x":"{{{Bodies.AwsKey}}}"}""" },
        { "unknown shape", $$$"""{"a":{"b":[1,2,{"c":"{{{Bodies.AwsKey}}}"}]}}""" },
        { "byte order mark", "\uFEFF" + Bodies.Anthropic(Bodies.AwsKey) },
    };

    [Theory]
    [MemberData(nameof(Slots))]
    public async Task Key_InAnySlot_IsBlocked(string slot, string body)
    {
        (await StatusAsync(Encoding.UTF8.GetBytes(body))).ShouldBe(HttpStatusCode.BadRequest, slot);
    }

    [Theory]
    [InlineData("/home/dev/app/.env", HttpStatusCode.BadRequest)]
    [InlineData("/home/dev/app/readme.md", HttpStatusCode.OK)]
    public async Task FileReadByATool_WithATellingName_IsBlocked(string file, HttpStatusCode expected)
    {
        var body = $$$"""
            {"messages":[
              {"role":"assistant","content":[{"type":"tool_use","id":"call_1","name":"Read","input":{"file_path":"{{{file}}}"}}]},
              {"role":"user","content":[{"type":"tool_result","tool_use_id":"call_1","content":"MODE=fast"}]}]}
            """;
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });
        using var response = await host.PostAsync("/v1/messages", body);
        response.StatusCode.ShouldBe(expected);
        (await host.Sink.NextCompletedAsync()).Scan.Findings.Select(static finding => finding.Type)
            .ShouldBe(expected == HttpStatusCode.OK ? [] : ["blocked_file_pattern"]);
    }

    [Fact]
    public async Task Key_BehindInvalidUtf8_IsBlocked()
    {
        byte[] body = [.. "{\"messages\":[{\"content\":\""u8, 0xff, 0xfe, 0xc3, .. Encoding.ASCII.GetBytes(" " + Bodies.AwsKey), .. "\"}]}"u8];
        (await StatusAsync(body)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Key_InACompressedBody_IsBlocked(string encoding)
    {
        (await StatusAsync(Compress(Encoding.UTF8.GetBytes(Bodies.Anthropic(Bodies.AwsKey)), encoding), ("Content-Encoding", encoding)))
            .ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Key_AfterTenMegabytes_IsBlocked()
    {
        var filler = new string('x', 1000);
        var body = new StringBuilder("{\"messages\":[");
        for (var i = 0; i < 10_000; i++)
        {
            body.Append("{\"role\":\"user\",\"content\":\"").Append(filler).Append("\"},");
        }

        body.Append("{\"role\":\"user\",\"content\":\"").Append(Bodies.AwsKey).Append("\"}]}");
        (await StatusAsync(Encoding.UTF8.GetBytes(body.ToString()))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Body_InAnUnknownEncoding_IsForwardedWithAFinding()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        using var response = await host.PostAsync("/v1/messages", [1, 2, 3, 4], ("Content-Encoding", "x-secret-sauce"));
        var record = await host.Sink.NextCompletedAsync();

        host.ShouldAnswer(response, HttpStatusCode.OK);
        provider.Requests.ShouldHaveSingleItem().Body.ShouldBe([1, 2, 3, 4]);
        record.Scan.Findings.ShouldContain(static finding => finding.Type == "unscanned" && finding.Origin == FindingOrigin.Framework);
        record.Scan.BytesSkipped.ShouldBe(4);
    }

    [Fact]
    public async Task Body_BeyondTheLimit_IsForwardedWithAFindingOrBlockedByTheFailTable()
    {
        await using var provider = await StandInProvider.StartAsync();
        var body = Bodies.Anthropic(new string('x', 500));
        await using var open = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { Proxy = config.Proxy with { MaxBodySize = 100 } });
        using var forwarded = await open.PostAsync("/v1/messages", body);
        var record = await open.Sink.NextCompletedAsync();
        open.ShouldAnswer(forwarded, HttpStatusCode.OK);
        provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe(body);
        record.Scan.Findings.ShouldContain(static finding => finding.Type == "unscanned");
        record.Scan.BytesSkipped.ShouldBe(body.Length - 100);

        await using var closed = await ProductHost.StartAsync(provider.BaseAddress, static config => config with
        {
            Proxy = config.Proxy with { MaxBodySize = 100 },
            Fail = config.Fail with { Oversize = Inspection.Configuration.FailMode.Closed },
        });
        using var refused = await closed.PostAsync("/v1/messages", body);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.Count.ShouldBe(1);
    }

    private static async Task<HttpStatusCode> StatusAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });
        using var response = await host.PostAsync("/v1/messages", body, headers);
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            (await response.Content.ReadAsStringAsync()).ShouldContain("aws_access_key");
            provider.Requests.ShouldBeEmpty();
        }

        return response.StatusCode;
    }

    private static byte[] Compress(byte[] body, string encoding)
    {
        using var target = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(target, CompressionLevel.Fastest),
            "br" => new BrotliStream(target, CompressionLevel.Fastest),
            _ => new ZLibStream(target, CompressionLevel.Fastest),
        })
        {
            stream.Write(body);
        }

        return target.ToArray();
    }
}

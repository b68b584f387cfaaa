using System.IO.Compression;
using System.Net;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.RequestBodies;

/// <summary>Compressed bodies through the whole product: looked into, and sent as they came or, when they were edited, coded as they came.</summary>
public sealed class ContentCodingTests
{
    private static readonly string[] Codings = ["gzip", "br", "deflate", "zstd", "x-gzip", "gzip, br", "zstd, gzip", "deflate, zstd, br"];

    // What only its first bytes tell: the header is not sent.
    private static readonly string[] Unlabelled = ["gzip", "zstd", "zstd, gzip"];

    [Fact]
    public async Task Body_ThatIsClean_ArrivesInItsOwnBytes()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        foreach (var (body, codings, headers) in Variants("hello"))
        {
            using var response = await host.PostAsync("/v1/messages", body, headers);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, codings);
            provider.Requests[^1].Body.ShouldBe(body, codings);
            (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty(codings);
        }
    }

    [Fact]
    public async Task Body_WithAKey_IsBlocked()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });
        foreach (var (body, codings, headers) in Variants(Bodies.AwsKey))
        {
            using var response = await host.PostAsync("/v1/messages", body, headers);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, codings);
            (await response.Content.ReadAsStringAsync()).ShouldContain("aws_access_key", Case.Sensitive, codings);
        }

        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Body_ThatIsEdited_IsCodedAgainTheSameWay()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            static config => config with { DefaultAction = PolicyAction.Redact },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Hooks));
        foreach (var (body, codings, headers) in Variants($"use {Bodies.AwsKey}"))
        {
            using var response = await host.PostAsync("/v1/messages", body, headers);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, codings);
            Encoding.UTF8.GetString(Coded.Undo(provider.Requests[^1].Body, codings)).ShouldBe(Bodies.Anthropic("use [REDACTED:aws_access_key]"), codings);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    public async Task Body_ThatIsDamaged_IsForwardedWithAFindingOrBlocked(string coding)
    {
        // Cut in the middle; the key stands in what is left.
        var whole = Coded.Apply(Encoding.UTF8.GetBytes(Bodies.Anthropic(string.Join(' ', Enumerable.Range(0, 4000).Select(static i => $"{i * 7919}")))), coding);
        var body = whole[..(whole.Length / 2)];
        await using var provider = await StandInProvider.StartAsync();
        await using (var open = await ProductHost.StartAsync(provider.BaseAddress))
        {
            using var response = await open.PostAsync("/v1/messages", body, ("Content-Encoding", coding));
            open.ShouldAnswer(response, HttpStatusCode.OK);
            provider.Requests.ShouldHaveSingleItem().Body.ShouldBe(body);
            var scan = (await open.Sink.NextCompletedAsync()).Scan;
            var finding = scan.Findings.Where(static finding => finding.Origin == FindingOrigin.Framework).ShouldHaveSingleItem();
            (finding.Type, finding.Action).ShouldBe(("unscanned", PolicyAction.Alert));
            finding.Detail!.ShouldStartWith($"{body.Length} bytes could not be decoded");
            scan.BytesSkipped.ShouldBe(body.Length);
        }

        await using var closed = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { Fail = config.Fail with { Decode = FailMode.Closed } });
        using var refused = await closed.PostAsync("/v1/messages", body, ("Content-Encoding", coding));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("gzip", "plain text under a label")]
    [InlineData("br", "plain text under a label")]
    [InlineData("deflate", "plain text under a label")]
    [InlineData("zstd", "plain text under a label")]
    [InlineData("gzip, br", "plain text under a label")]
    [InlineData("gzip", "behind the coded part")]
    [InlineData("br", "behind the coded part")]
    [InlineData("deflate", "behind the coded part")]
    [InlineData("zstd", "behind the coded part")]
    public async Task Body_WhoseLabelHidesPlainText_IsBlocked(string codings, string where)
    {
        var text = Encoding.UTF8.GetBytes(Bodies.Anthropic(Bodies.AwsKey));
        await ShouldBeBlockedAsync(
            where == "behind the coded part" ? [.. Coded.Apply(Encoding.UTF8.GetBytes(Bodies.Anthropic("hello")), codings), .. text] : text,
            ("Content-Encoding", codings));
    }

    [Theory]
    [InlineData("gzip", 8)]
    [InlineData("gzip", 1)]
    [InlineData("deflate", 1)]
    public async Task Body_WhoseChecksumIsWrong_IsLookedIntoAndSaid(string coding, int fromEnd)
    {
        var body = Coded.Apply(Encoding.UTF8.GetBytes(Bodies.Anthropic(Bodies.AwsKey)), coding);
        body[^fromEnd] ^= 1;
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using var response = await host.PostAsync("/v1/messages", body, ("Content-Encoding", coding));
        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Findings.Select(static finding => finding.Type).ShouldBe(["aws_access_key", "unscanned"], ignoreOrder: true);
    }

    private static IEnumerable<(byte[] Body, string Codings, (string Name, string Value)[] Headers)> Variants(string text)
    {
        var body = Encoding.UTF8.GetBytes(Bodies.Anthropic(text));
        foreach (var codings in Codings)
        {
            yield return (Coded.Apply(body, codings), codings, [("Content-Encoding", codings)]);
        }

        foreach (var codings in Unlabelled)
        {
            yield return (Coded.Apply(body, codings), codings, []);
        }
    }

    [Fact]
    public Task Body_ThatIsAnArchive_IsLookedInto() => ShouldBeBlockedAsync(Zipped($"key {Bodies.AwsKey}\n"), ("Content-Type", "application/octet-stream"));

    [Fact]
    public async Task Body_OfCompressedMessagesInEnvelopes_IsLookedInto()
    {
        var message = Coded.Apply(Encoding.ASCII.GetBytes($"key {Bodies.AwsKey}"), "gzip");
        await ShouldBeBlockedAsync([1, 0, 0, 0, (byte)message.Length, .. message], ("Content-Type", "application/connect+proto"));
    }

    private static byte[] Zipped(string text)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.txt").Open();
            entry.Write(Encoding.ASCII.GetBytes(text));
        }

        return file.ToArray();
    }

    internal static async Task ShouldBeBlockedAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });
        using var response = await host.PostAsync("/v1/messages", body, headers);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("aws_access_key");
        provider.Requests.ShouldBeEmpty();
    }

    internal static async Task<byte[]> RedactedAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            static config => config with { DefaultAction = PolicyAction.Redact },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Hooks));
        using var response = await host.PostAsync("/v1/messages", body, headers);
        host.ShouldAnswer(response, HttpStatusCode.OK);
        return provider.Requests.ShouldHaveSingleItem().Body;
    }
}

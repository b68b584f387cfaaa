using System.IO.Compression;
using System.Net;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>The evaluate and redact hooks of a dropped-in plugin lift the community's downgrade.</summary>
public sealed class RedactTests
{
    [Fact]
    public async Task Redact_WithHooks_ReplacesOnlyTheSpans()
    {
        var body = $$"""{"b":1,"b":1e400, "messages":[{"role":"user","content":"one {{Bodies.AwsKey}} two \u00e9 {{Bodies.AwsKey}}"}]}""";
        var arrived = await SendAsync(Encoding.UTF8.GetBytes(body));
        Encoding.UTF8.GetString(arrived).ShouldBe(body.Replace(Bodies.AwsKey, "[REDACTED:aws_access_key]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redact_CompressedBody_IsCompressedAgainTheSameWay()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Bodies.Anthropic(Bodies.AwsKey)));
        }

        var arrived = await SendAsync(compressed.ToArray(), ("Content-Encoding", "gzip"));
        using var reader = new StreamReader(new GZipStream(new MemoryStream(arrived), CompressionMode.Decompress));
        (await reader.ReadToEndAsync()).ShouldBe(Bodies.Anthropic("[REDACTED:aws_access_key]"));
    }

    [Fact]
    public async Task Redact_InAThinkingBlock_IsBlockedBecauseItMustNotBeEdited()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        using var response = await host.PostAsync(
            "/v1/messages",
            $$"""{"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"{{Bodies.AwsKey}}","signature":"s"}]}]}""");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hooks_OfOneExchange_AreAllCalled()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        using (await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey)))
        {
            await host.Sink.NextCompletedAsync();
        }

        await host.StopAsync();
        foreach (var hook in new[] { "pre_request", "evaluate", "redact", "post_scan" })
        {
            host.Logs.ShouldContain($"hook {hook} called with 1");
        }
    }

    [Fact]
    public async Task EvaluateHook_ThatThrows_LeavesTheDecisionToThePolicy()
    {
        await using var provider = await StandInProvider.StartAsync();
        var settings = new SettingMap(SettingMap.Empty.Values.SetItem("fail", "evaluate,pre_request,post_scan"));
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            config => config with
            {
                DefaultAction = PolicyAction.Block,
                Plugins = config.Plugins with { ById = config.Plugins.ById.SetItem("test.hooks", new PluginConfig { Settings = settings }) },
            },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Hooks));
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    private static Task<ProductHost> StartAsync(StandInProvider provider) => ProductHost.StartAsync(
        provider.BaseAddress,
        static config => config with { DefaultAction = PolicyAction.Redact },
        static folder => folder.With(TestPlugins.Secrets, TestPlugins.Hooks));

    private static async Task<byte[]> SendAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        using var response = await host.PostAsync("/v1/messages", body, headers);
        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Action.ShouldBe(PolicyAction.Redact);
        return provider.Requests.ShouldHaveSingleItem().Body;
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Mcp;
using LumenArgus.Testing.StandIn;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.FunctionalTests.Product.Mcp;

/// <summary>Calls of tools on their way to a server: access control, the scan of their arguments, and what is remembered of them.</summary>
public sealed class McpCallTests
{
    private static readonly string Batch = $"[{McpMessages.Call("ls", id: "\"a\"")},{McpMessages.Call("rm", id: "2")},{"""{"jsonrpc":"2.0","method":"notifications/cancelled"}"""}]";

    [Theory]
    [InlineData(PolicyAction.Log)]
    [InlineData(PolicyAction.Alert)]
    [InlineData(PolicyAction.Block)]
    public async Task BlockedTool_WhateverTheAction_IsAnsweredWithAnErrorOfTheProtocol(PolicyAction action)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, config => Blocking(config) with { DefaultAction = action });

        using var response = await host.PostAsync(McpMessages.Path, McpMessages.Call("rm", id: "\"x-7\""));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"jsonrpc":"2.0","id":"x-7","error":{"code":-32600,"message":"Tool blocked by lumen-argus: rm"}}""");
        provider.Requests.ShouldBeEmpty();
        var record = await host.Sink.NextCompletedAsync();
        record.Scan.Action.ShouldBe(PolicyAction.Block);
        var finding = record.Scan.Findings.ShouldHaveSingleItem();
        (finding.Detector, finding.Type, finding.Severity, finding.Location).ShouldBe(("mcp", "blocked_tool", Severity.High, "mcp.tools/call.rm"));
        host.AuditText().ShouldContain("\"blocked_tool\"");
    }

    [Fact]
    public async Task BlockedTool_InABatch_RefusesAllOfIt()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, Blocking);

        using var response = await host.PostAsync(McpMessages.Path, Batch);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        answer.RootElement.EnumerateArray().Select(static each => each.GetProperty("id").GetRawText()).ShouldBe(["\"a\"", "2"]);
        provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/v1/messages")]
    [InlineData("/v1/chat/completions")]
    [InlineData("/_upstream/anthropic/anything")]
    public async Task BlockedTool_WhicheverWayItGoes_IsRefused(string path)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, Blocking);

        using var response = await host.PostAsync(path, McpMessages.Call("rm"));

        (await response.Content.ReadAsStringAsync()).ShouldContain("Tool blocked by lumen-argus: rm");
        provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task BlockedTool_WithStagesOff_IsRefused(bool outbound, bool arguments)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, config => Blocking(config) with { Pipeline = new() { OutboundDlp = outbound, McpArguments = arguments } });

        using var response = await host.PostAsync(McpMessages.Path, McpMessages.Call("rm"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task BlockedTool_InACompressedBody_IsRefused()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, Blocking);

        using var response = await host.PostAsync(
            McpMessages.Path, ContentEncoder.Encode(Encoding.UTF8.GetBytes(McpMessages.Call("rm")), ["gzip"])!, ("Content-Encoding", "gzip"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task ToolNotAllowed_IsRefusedAndOthersPass()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, static config => config with { Mcp = new() { AllowedTools = ToolNames.Of("ls") } });

        using var refused = await host.PostAsync(McpMessages.Path, McpMessages.Call("rm"));
        using var passed = await host.PostAsync(McpMessages.Path, McpMessages.Call("ls"));
        using var other = await host.PostAsync(McpMessages.Path, """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""");

        (refused.StatusCode, passed.StatusCode, other.StatusCode).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.OK, HttpStatusCode.OK));
        provider.Requests.Select(static request => request.BodyText).ShouldBe([McpMessages.Call("ls"), """{"jsonrpc":"2.0","id":1,"method":"tools/list"}"""]);
    }

    [Fact]
    public async Task Arguments_WithAKey_AreDecidedOnLikeAnyText()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, static config => config with { DefaultAction = PolicyAction.Block });

        using var response = await host.PostAsync(McpMessages.Path, McpMessages.Call("send", Bodies.AwsKey, id: "42"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        answer.RootElement.GetProperty("id").GetInt32().ShouldBe(42);
        var error = answer.RootElement.GetProperty("error");
        error.GetProperty("code").GetInt32().ShouldBe(-32600);
        error.GetProperty("message").GetString().ShouldBe(
            "Request blocked by lumen-argus: sensitive data detected: aws_access_key at mcp.tools/call.send.arguments.text. It was NOT sent to the MCP server.");
        provider.Requests.ShouldBeEmpty();
        var finding = (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldHaveSingleItem();
        (finding.Location, finding.Role).ShouldBe(("mcp.tools/call.send.arguments.text", FieldRole.ToolCall));
    }

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 1)]
    [InlineData(false, false, 0)]
    public async Task Arguments_AreAStageOfTheirOwn(bool outbound, bool arguments, int found)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, config => config with { Pipeline = new() { OutboundDlp = outbound, McpArguments = arguments } });

        using var response = await host.PostAsync(McpMessages.Path, McpMessages.Call("send", Bodies.AwsKey));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Findings.Length.ShouldBe(found);
    }

    [Fact]
    public async Task Arguments_LeftOut_LeaveTheRestOfTheMessageIn()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, static config => config with { Pipeline = new() { McpArguments = false } });
        var body = $$$"""{"jsonrpc":"2.0","method":"tools/call","params":{"arguments":{"a":["{{{Bodies.AwsKey}}}"]},"_meta":{"b":"{{{Bodies.AwsKey}}}"},"name":"x"}}""";

        using var response = await host.PostAsync(McpMessages.Path, body);

        (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldHaveSingleItem().Location.ShouldBe("params._meta.b");
    }

    [Fact]
    public async Task OutboundOff_AnyOtherBody_IsNotLookedAt()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, static config => config with { Pipeline = new() { OutboundDlp = false } });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey), ("Content-Encoding", "unknown"));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task NameOfATool_ThatIsAKey_IsNowhere()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, static config => config with { Mcp = new() { BlockedTools = ToolNames.Of("rm", Bodies.AwsKey) } });

        using var response = await host.PostAsync(McpMessages.Path, McpMessages.Call(Bodies.AwsKey, Bodies.AwsKey));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var record = await host.Sink.NextCompletedAsync();
        record.Scan.Findings.Length.ShouldBe(2);
        record.Scan.Findings.ShouldAllBe(static finding => !finding.Location.Contains(Bodies.AwsKey, StringComparison.Ordinal));
        await CallsAsync(host, static calls => calls.Count == 1);
        await host.StopAsync();
        host.HomeFiles().ShouldAllBe(static file => !file.Value.Contains(Bodies.AwsKey, StringComparison.Ordinal));
        host.Logs.ShouldNotContain(Bodies.AwsKey);
    }

    [Fact]
    public async Task NameOfATool_ThatIsAKey_WhereNothingIsScanned_IsNotRecorded()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, static config => config with
        {
            Pipeline = new() { OutboundDlp = false, McpArguments = false },
            Mcp = new() { BlockedTools = ToolNames.Of("rm") },
        });

        using var response = await host.PostAsync(McpMessages.Path, McpMessages.Call(Bodies.AwsKey, "nothing"));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        await CallsAsync(host, static calls => calls.Count == 1);
        await host.StopAsync();
        host.HomeFiles().ShouldAllBe(static file => !file.Value.Contains(Bodies.AwsKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_AreRemembered()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, Blocking);

        foreach (var body in new[] { McpMessages.Call("ls"), McpMessages.Call("send", Bodies.AwsKey), McpMessages.Call("rm"), Batch })
        {
            using var response = await host.PostAsync(McpMessages.Path, body, ("Mcp-Session-Id", "s-1"));
        }

        var calls = await CallsAsync(host, static calls => calls.Count == 5);
        calls.ShouldAllBe(static call => call.Source == "proxy" && call.SessionId == "s-1");
        calls.Select(static call => (call.ToolName, call.Status, call.FindingCount)).ShouldBe(
            [("ls", "allowed", 0L), ("send", "alert", 1L), ("rm", "blocked", 1L), ("ls", "blocked", 0L), ("rm", "blocked", 1L)], ignoreOrder: true);
        (await host.Product.Services.GetRequiredService<IMcpToolStore>().SeenAsync(Limits.Token().Token))
            .Select(static tool => (tool.ToolName, tool.CallCount)).ShouldBe([("ls", 2L), ("rm", 2L), ("send", 1L)]);
    }

    [Fact]
    public async Task ListsOfTheDatabase_AreFollowed()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        var store = host.Product.Services.GetRequiredService<IMcpToolStore>();
        await store.AddToListAsync(new McpToolListEntry { ListType = "blocked", ToolName = "rm" }, Limits.Token().Token);
        await using var watch = host.Product.WatchRules(async () => await host.Product.ReloadAsync(wanted: null, CancellationToken.None))!;

        using var limit = Limits.Token();
        HttpStatusCode status;
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            using var response = await host.PostAsync(McpMessages.Path, McpMessages.Call("rm"));
            status = response.StatusCode;
        }
        while (status != HttpStatusCode.BadRequest);
        using var other = await host.PostAsync(McpMessages.Path, McpMessages.Call("ls"));
        host.ShouldAnswer(other, HttpStatusCode.OK);
    }

    [Fact]
    public async Task ListsOfTheDatabase_CountFromTheStartAndAReloadTellsWhatChanged()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        var store = host.Product.Services.GetRequiredService<IMcpToolStore>();
        await store.AddToListAsync(new McpToolListEntry { ListType = "allowed", ToolName = "ls" }, Limits.Token().Token);

        var report = await host.Product.ReloadAsync(wanted: null, Limits.Token().Token);

        report.Changes.ShouldHaveSingleItem().Key.ShouldBe("mcp_tool_lists.allowed.ls");
        using var response = await host.PostAsync(McpMessages.Path, McpMessages.Call("rm"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static LumenArgusConfig Blocking(LumenArgusConfig config) => config with { Mcp = new() { BlockedTools = ToolNames.Of("rm") } };

    private static async Task<ProductHost> StartAsync(StandInProvider provider, Func<LumenArgusConfig, LumenArgusConfig>? configure = null)
    {
        provider.Script = static _ => StandInAnswer.Plain(McpMessages.Result("done"));
        return await ProductHost.StartAsync(provider.BaseAddress, config => (configure?.Invoke(config) ?? config) with { Rules = config.Rules with { RebuildDelay = TimeSpan.Zero } });
    }

    private static async Task<IReadOnlyList<McpToolCall>> CallsAsync(ProductHost host, Func<IReadOnlyList<McpToolCall>, bool> isComplete)
    {
        var store = host.Product.Services.GetRequiredService<IMcpToolStore>();
        using var limit = Limits.Token();
        while (true)
        {
            var calls = await store.CallsAsync(sessionId: null, 100, limit.Token);
            if (isComplete(calls))
            {
                return calls;
            }
        }
    }
}

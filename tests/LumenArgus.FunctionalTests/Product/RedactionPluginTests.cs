using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>The Pro plugin, dropped into the folder of the product: the provider never sees the key, the client gets it back.</summary>
public sealed class RedactionPluginTests : IDisposable
{
    private static readonly (string, string)[] Session = [("x-api-key", "sk-ant-api03-mock"), ("X-Claude-Code-Session-Id", "11111111-2222-4333-8444-555555555555")];

    private readonly TemporaryFolder _keys = new();

    public void Dispose() => _keys.Dispose();

    [Theory]
    [InlineData("/v1/messages")]
    [InlineData("/v1/chat/completions")]
    [InlineData("/v1/responses")]
    [InlineData("/v1beta/models/g:streamGenerateContent?alt=sse")]
    public async Task Key_InAPrompt_ComesBackInTheStreamedAnswer(string path)
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = request => StandInAnswer.Events([.. EchoEvents(request)]);
        await using var host = await StartAsync(provider);
        using var response = await host.PostAsync(path, BodyOf(path));
        host.ShouldAnswer(response, HttpStatusCode.OK);
        var text = JoinedTexts(await response.Content.ReadAsStringAsync());
        text.ShouldContain($"the key is {Bodies.AwsKey}.");
        var sent = provider.Requests.ShouldHaveSingleItem();
        sent.Contains(Bodies.AwsKey).ShouldBeFalse();
        PlaceholderOf(sent).ShouldNotBe(Bodies.AwsKey);
        (await host.Sink.NextCompletedAsync()).Scan.Action.ShouldBe(PolicyAction.Redact);
    }

    [Fact]
    public async Task Key_InAPrompt_ComesBackInPlainJsonAndInArguments()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static request => StandInAnswer.Plain(
            $$$"""{"content":[{"type":"text","text":"{{{PlaceholderOf(request)}}}"},{"type":"tool_use","id":"t","name":"Write","input":{"content":"k={{{PlaceholderOf(request)}}}\n"}}]}""");
        await using var host = await StartAsync(provider);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"));
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            $$$"""{"content":[{"type":"text","text":"{{{Bodies.AwsKey}}}"},{"type":"tool_use","id":"t","name":"Write","input":{"content":"k={{{Bodies.AwsKey}}}\n"}}]}""");
        provider.Requests.ShouldHaveSingleItem().Contains(Bodies.AwsKey).ShouldBeFalse();
    }

    /// <summary>The prompt cache of the provider: what was sent with one turn begins what is sent with the next, also behind a restart.</summary>
    [Fact]
    public async Task NextTurn_BeginsWithTheBytesOfTheOneBefore()
    {
        await using var provider = await StandInProvider.StartAsync();
        var first = $$"""{"messages":[{"role":"user","content":"key {{Bodies.AwsKey}} and password: hunter2-Xk93,vQ"}""";
        var answer = $$$""",{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"Write","input":{"content":"{{{Bodies.AwsKey}}}"}}]},{"role":"user","content":"{{{Bodies.AwsKey}}} again"}""";
        foreach (var body in new[] { first + "]}", first + answer + "]}" })
        {
            await using var host = await StartAsync(provider);
            using var response = await host.PostAsync("/v1/messages", body, Session);
            host.ShouldAnswer(response, HttpStatusCode.OK);
        }

        var (one, two) = (Encoding.UTF8.GetString(provider.Requests[0].Body), Encoding.UTF8.GetString(provider.Requests[1].Body));
        two.ShouldStartWith(one[..^2]);
        two.ShouldNotContain(Bodies.AwsKey);
        two.Split(PlaceholderOf(provider.Requests[0])).Length.ShouldBe(4);
    }

    /// <summary>A placeholder that comes back, in a thought for example, is no finding; a value like it is one.</summary>
    [Fact]
    public async Task Placeholder_ThatComesBack_IsNotFoundAgain()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        using (await host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"), Session))
        {
            await host.Sink.NextCompletedAsync();
        }

        var body = $$"""{"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"it is {{PlaceholderOf(provider.Requests[0])}}","signature":"s"}]},{"role":"user","content":"go on"}]}""";
        using (var response = await host.PostAsync("/v1/messages", body, Session))
        {
            host.ShouldAnswer(response, HttpStatusCode.OK);
        }

        (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty();
        Encoding.UTF8.GetString(provider.Requests[1].Body).ShouldBe(body);
    }

    [Fact]
    public async Task AnotherTenant_GetsNothingBack()
    {
        await using var provider = await StandInProvider.StartAsync();
        string? placeholder = null;
        provider.Script = request => StandInAnswer.Plain($$"""{"content":[{"type":"text","text":"{{placeholder ??= PlaceholderOf(request)}}"}]}""");
        await using var host = await StartAsync(provider);
        using (await host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"), Session))
        {
        }

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic($"key AKIAQ3EGRFSZ7XKDLZAA"), ("x-api-key", "sk-ant-api03-other"), Session[1]);
        (await response.Content.ReadAsStringAsync()).ShouldContain(placeholder!);
        (await host.Sink.NextResponseAsync()).Scan.Findings.ShouldHaveSingleItem().Type.ShouldBe("unknown_placeholder");
    }

    [Fact]
    public async Task Irreversible_LeavesAMask()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, "irreversible");
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"));
        Encoding.UTF8.GetString(provider.Requests.ShouldHaveSingleItem().Body).ShouldBe(Bodies.Anthropic("key [REDACTED:aws_access_key]"));
    }

    [Fact]
    public async Task Key_InAThinkingBlock_IsBlocked()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        using var response = await host.PostAsync(
            "/v1/messages", $$"""{"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"{{Bodies.AwsKey}}","signature":"s"}]}]}""");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Encoded_ComesBackAsItWas()
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"key={Bodies.AwsKey}"));
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static request => StandInAnswer.Plain(
            $$"""{"content":[{"type":"text","text":{{JsonNode.Parse(request.Body)!["messages"]![0]!["content"]![0]!["text"]!.ToJsonString()}}}]}""");
        await using var host = await StartAsync(provider);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic($"decode {encoded} please"));
        (await response.Content.ReadAsStringAsync()).ShouldContain($"decode {encoded} please");
        provider.Requests.ShouldHaveSingleItem().Contains(encoded).ShouldBeFalse();
    }

    /// <summary>An address and the key in it are two findings of the same bytes.</summary>
    [Fact]
    public async Task Overlapping_AreReplacedTogetherAndComeBack()
    {
        var address = $"postgres://app:{Bodies.AwsKey}@db.internal:5432/main";
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static request => StandInAnswer.Plain(
            $$"""{"content":[{"type":"text","text":{{JsonNode.Parse(request.Body)!["messages"]![0]!["content"]![0]!["text"]!.ToJsonString()}}}]}""");
        await using var host = await StartAsync(provider);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic($"use {address} now"));
        (await response.Content.ReadAsStringAsync()).ShouldContain($"\"use {address} now\"");
        provider.Requests.ShouldHaveSingleItem().Contains(Bodies.AwsKey).ShouldBeFalse();
    }

    /// <summary>A key with line ends stands in a message, and with escapes in the arguments of a call: it is one key.</summary>
    [Fact]
    public async Task Key_InArgumentsAsJson_IsTheSameAsInAText()
    {
        var key = "-----BEGIN EC PRIVATE KEY-----\n" + Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('k', 90))) + "\n-----END EC PRIVATE KEY-----";
        var arguments = new JsonObject { ["content"] = key }.ToJsonString();
        var body = new JsonObject
        {
            ["messages"] = new JsonArray(
                new JsonObject { ["role"] = "user", ["content"] = $"store {key}" },
                new JsonObject
                {
                    ["role"] = "assistant",
                    ["tool_calls"] = new JsonArray(new JsonObject { ["id"] = "c", ["function"] = new JsonObject { ["name"] = "write", ["arguments"] = arguments } }),
                }),
        };
        await using var provider = await StandInProvider.StartAsync();
        string? sent = null;
        provider.Script = request =>
        {
            sent = (string?)JsonNode.Parse(request.Body)!["messages"]![1]!["tool_calls"]![0]!["function"]!["arguments"];
            return StandInAnswer.Plain(new JsonObject
            {
                ["choices"] = new JsonArray(new JsonObject
                {
                    ["message"] = new JsonObject { ["tool_calls"] = new JsonArray(new JsonObject { ["function"] = new JsonObject { ["arguments"] = sent } }) },
                }),
            }.ToJsonString());
        };
        await using var host = await StartAsync(provider);
        using var response = await host.PostAsync("/v1/chat/completions", body.ToJsonString());
        var back = (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["choices"]![0]!["message"]!["tool_calls"]![0]!["function"]!["arguments"];
        ((string?)JsonNode.Parse(back!)!["content"] == key).ShouldBeTrue();
        sent.ShouldNotBe(arguments);
        var text = (string?)JsonNode.Parse(provider.Requests[0].Body)!["messages"]![0]!["content"];
        $"store {(string?)JsonNode.Parse(sent!)!["content"]}".ShouldBe(text);
    }

    private Task<ProductHost> StartAsync(StandInProvider provider, string mode = "reversible")
    {
        var settings = new SettingMap(SettingMap.Empty.Values.SetItem("mode", mode).SetItem("key_file", _keys.File("redaction.key")));
        return ProductHost.StartAsync(
            provider.BaseAddress,
            config => config with
            {
                DefaultAction = PolicyAction.Redact,
                Plugins = config.Plugins with { ById = config.Plugins.ById.SetItem("lumenargus.redaction", new PluginConfig { Settings = settings }) },
            },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Redaction));
    }

    private static string BodyOf(string path)
    {
        var prompt = $"key {Bodies.AwsKey}";
        return path switch
        {
            "/v1/messages" => Bodies.Anthropic(prompt, stream: true),
            "/v1/chat/completions" => Bodies.OpenAiChat(prompt),
            "/v1/responses" => Bodies.OpenAiResponses(prompt),
            _ => Bodies.Gemini(prompt),
        };
    }

    private static string PlaceholderOf(RecordedRequest request)
    {
        var text = Encoding.UTF8.GetString(request.Body);
        return text.Substring(text.IndexOf("key AKIA", StringComparison.Ordinal) + 4, Bodies.AwsKey.Length);
    }

    // The answer names the placeholder, cut in the middle.
    private static IEnumerable<string> EchoEvents(RecordedRequest request)
    {
        var placeholder = PlaceholderOf(request);
        foreach (var part in new[] { "the key is ", placeholder[..7], placeholder[7..], "." })
        {
            yield return request.Path switch
            {
                "/v1/messages" => ResponseScanTests.Delta(part),
                "/v1/chat/completions" => $$$"""data: {"choices":[{"index":0,"delta":{"content":"{{{part}}}"}}]}""" + "\n\n",
                "/v1/responses" => $$"""data: {"type":"response.output_text.delta","item_id":"m","output_index":0,"content_index":0,"delta":"{{part}}"}""" + "\n\n",
                _ => $$$"""data: {"candidates":[{"content":{"parts":[{"text":"{{{part}}}"}],"role":"model"}}]}""" + "\n\n",
            };
        }
    }

    private static string JoinedTexts(string events)
    {
        var text = new StringBuilder();
        foreach (var line in events.Split('\n').Where(static line => line.StartsWith("data: ", StringComparison.Ordinal)))
        {
            using var data = JsonDocument.Parse(line[6..]);
            Append(data.RootElement);
        }

        return text.ToString();

        void Append(JsonElement element)
        {
            foreach (var property in element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().ToArray() : [])
            {
                if (property is { Value.ValueKind: JsonValueKind.String, Name: "text" or "content" or "delta" })
                {
                    text.Append(property.Value.GetString());
                }

                Append(property.Value);
            }

            foreach (var item in element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToArray() : [])
            {
                Append(item);
            }
        }
    }
}

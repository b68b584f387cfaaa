using System.IO.Compression;
using System.Net;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Records;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What would block but is in the history of a conversation is left out, with every turn anew.</summary>
public sealed class StripTests
{
    private const int Turns = 30;
    private static readonly (string Name, string Value)[] Session = [("x-session-id", "strip"), ("x-api-key", "k")];

    private const string OtherKey = "AKIA" + "T4WB2NXH7LQJ6DCM";

    [Theory]
    [InlineData("anthropic")]
    [InlineData("chat")]
    [InlineData("responses")]
    [InlineData("gemini")]
    public async Task Conversation_WithAKeyInItsThirdTurn_GoesOnWithoutIt(string shape)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        var conversation = ToolConversation.Create(shape);
        var expected = new List<string>();
        for (var turn = 1; turn <= Turns; turn++)
        {
            conversation.Ask(turn == 3 ? $"use {Bodies.AwsKey} please" : $"question {turn} and some words of it");
            var record = await SendAsync(host, conversation.Path, conversation.Body);
            record.Scan.Action.ShouldBe(turn < 3 ? PolicyAction.Pass : turn == 3 ? PolicyAction.Block : PolicyAction.Strip, $"turn {turn}");
            if (turn == 3)
            {
                continue;
            }

            (record.Passed, record.StatusCode).ShouldBe((true, 200));
            (turn < 5 || record.Scan.BytesKnown > 0).ShouldBeTrue("the rest of the conversation is not scanned with every turn");
            record.Scan.Findings.ShouldAllBe(static finding => finding.Action == PolicyAction.Strip);
            expected.Add(conversation.BodyWithout(Bodies.AwsKey));
            conversation.Answer($"answer {turn}");
        }

        var sent = provider.Requests.Select(static request => request.BodyText).ToList();
        sent.ShouldBe(expected);
        sent.Exists(static body => body.Contains(Bodies.AwsKey, StringComparison.Ordinal)).ShouldBeFalse();
        for (var i = 1; i < sent.Count; i++)
        {
            // The provider's cache: each turn begins with all of the turn before.
            sent[i].ShouldStartWith(sent[i - 1][..^2]);
        }

        (await host.Client.GetStringAsync("/metrics")).ShouldContain($"lumen_argus_requests_total{{action=\"strip\"}} {Turns - 3}\n");
        var line = host.AuditText().Split('\n').Single(static line => line.Contains("\"request_id\":4,", StringComparison.Ordinal));
        line.ShouldContain("\"action\":\"strip\"");
        line.ShouldContain("\"action_taken\":\"strip\"");
        line.ShouldContain("\"passed\":true");
    }

    [Fact]
    public async Task EnvFile_ReadInTheLatestTurn_IsBlockedAndThenLeftOutWithItsCall()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        const string Begin = """{"model":"claude-x","messages":[{"role":"user","content":"look around"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"Read","input":{"file_path":"/app/.env"}}]},""";
        var result = $$"""{"type":"tool_result","tool_use_id":"t1","content":"DEBUG=1\nAWS_KEY={{Bodies.AwsKey}}"}""";

        var latest = await SendAsync(host, "/v1/messages", $$"""{{Begin}}{"role":"user","content":[{{result}},{"type":"text","text":"<system-reminder>be nice</system-reminder>"}]}]}""");
        var next = await SendAsync(host, "/v1/messages", $$"""{{Begin}}{"role":"user","content":[{{result}},{"type":"text","text":"do without it"}]}]}""");

        latest.Scan.Action.ShouldBe(PolicyAction.Block);
        next.Scan.Action.ShouldBe(PolicyAction.Strip);
        next.Scan.Findings.Select(static finding => finding.Type).ShouldContain("blocked_file_pattern");
        provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe(
            """{"model":"claude-x","messages":[{"role":"user","content":"look around"},{"role":"user","content":[{"type":"text","text":"do without it"}]}]}""");
    }

    /// <summary>An attachment before the prompt, as all clients send them: refused on first sight however often it is sent, left out of the next prompt's request, and new in another turn.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Attachment_BeforeThePrompt_IsBlockedUntilThePersonGoesOn(bool namesSession)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        var document = $$$"""{"type":"document","source":{"type":"text","media_type":"text/plain","data":"api_key={{{Bodies.AwsKey}}}"}}""";
        const string Question = """{"type":"text","text":"what is in it?"}""";
        const string Next = """{"type":"text","text":"never mind"}""";
        const string Answer = """]},{"role":"assistant","content":"ok"},{"role":"user","content":[""";

        (await ActionAsync(document, Question)).ShouldBe(PolicyAction.Block);
        (await ActionAsync(document, Question)).ShouldBe(PolicyAction.Block, "a client that tries again is no person who goes on");
        (await ActionAsync(document, Question, Next)).ShouldBe(PolicyAction.Strip);
        (await ActionAsync(document, Question, Next, Question)).ShouldBe(PolicyAction.Strip);
        (await ActionAsync(document, Question, Next + Answer + document, Question)).ShouldBe(PolicyAction.Block, "in another turn it is new");
        (await ActionAsync(document, Question, Next + Answer + document, Question, Next)).ShouldBe(PolicyAction.Strip);

        provider.Requests.Select(static request => request.BodyText).ShouldBe([Body(Question, Next), Body(Question, Next, Question), Body(Question, Next + Answer + Question, Next)]);

        async Task<PolicyAction> ActionAsync(params string[] blocks)
        {
            using var response = await host.PostAsync("/v1/messages", Body(blocks), namesSession ? Session : Session[1..]);
            return (await host.Sink.NextCompletedAsync()).Scan.Action;
        }

        static string Body(params string[] blocks) => """{"model":"claude-x","messages":[{"role":"user","content":[""" + string.Join(",", blocks) + "]}]}";
    }

    /// <summary>Claude Code sends the content of a file that is named with @ in a message of its own, of role system.</summary>
    [Fact]
    public async Task File_InInstructionsBehindThePrompt_IsBlockedAndThenLeftOut()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        const string Prompt = """{"model":"claude-x","messages":[{"role":"user","content":"@conf.txt summarise"}""";
        var file = $$""",{"role":"system","content":"Result: api={{Bodies.AwsKey}}"}""";
        const string Next = ""","content":"something else"}]}""";

        using var refused = await host.PostAsync("/v1/messages", Prompt + file + "]}", Session);
        (await host.Sink.NextCompletedAsync()).Scan.Action.ShouldBe(PolicyAction.Block);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("your next message is sent without it");
        (await SendAsync(host, "/v1/messages", Prompt + file + """,{"role":"user" """ + Next)).Scan.Action.ShouldBe(PolicyAction.Strip);
        (await SendAsync(host, "/v1/messages", Prompt + file + """,{"role":"assistant","content":"no"},{"role":"user" """ + Next)).Scan.Action.ShouldBe(PolicyAction.Strip);

        provider.Requests.Select(static request => request.BodyText).ShouldBe(
            [Prompt + """,{"role":"user" """ + Next, Prompt + """,{"role":"assistant","content":"no"},{"role":"user" """ + Next]);
    }

    /// <summary>What cannot be replaced where it stands is treated as where all is blocked: named, and left out of the next turn.</summary>
    [Theory]
    [InlineData(
        """{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"Read","input":{"file_path":"/app/.env"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"nothing here"}]}""",
        "blocked_file_pattern at messages[2].content[0].content (for the name of the file that was read there)")]
    [InlineData(
        """{"role":"assistant","content":[{"type":"thinking","thinking":"it is AKIAIOSFODNN7QXMPLEZ","signature":"s"},{"type":"text","text":"ok"}]}""", null)]
    public async Task Redact_OfWhatCannotBeReplaced_LeavesWithTheHistory(string messages, string? named)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            static config => config with { DefaultAction = PolicyAction.Redact },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Proprietary, TestPlugins.Hooks));
        messages = messages.Replace("AKIAIOSFODNN7QXMPLEZ", Bodies.AwsKey, StringComparison.Ordinal);
        var question = $$"""{"model":"claude-x","messages":[{"role":"user","content":"use {{OtherKey}}"}""";
        const string Next = """,{"role":"user","content":"more"}]}""";
        if (named is not null)
        {
            using var refused = await host.PostAsync("/v1/messages", $"{question},{messages}]}}", Session);
            (await host.Sink.NextCompletedAsync()).Scan.Action.ShouldBe(PolicyAction.Block);
            var text = await refused.Content.ReadAsStringAsync();
            text.ShouldContain(named);
            text.ShouldNotContain(".env");
            text.ShouldContain("your next message is sent without it");
            text.ShouldNotContain("scan_error");
        }

        var record = await SendAsync(host, "/v1/messages", $"{question},{messages}{Next}");

        record.Scan.Action.ShouldBe(PolicyAction.Strip);
        record.Scan.Findings.Select(static finding => finding.Action).ShouldBe([PolicyAction.Redact, PolicyAction.Strip], ignoreOrder: true);
        provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe(question.Replace(OtherKey, "[REDACTED:aws_access_key]", StringComparison.Ordinal) + Next);
    }

    [Fact]
    public async Task Finding_ThatDoesNotBlock_StaysAndDecidesNothing()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, static config => config with
        {
            Detectors = config.Detectors.SetItem("pii", new() { Action = PolicyAction.Alert }),
        });

        var record = await SendAfterRefusalAsync(host, "mail jane.doe@acme-corp.io", $"key {Bodies.AwsKey}", "mail jane.doe@acme-corp.io again");

        record.Scan.Action.ShouldBe(PolicyAction.Strip);
        record.Scan.Findings.Single(static finding => finding.Type == "email").Action.ShouldBe(PolicyAction.Alert);
        provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe(Blocks("mail jane.doe@acme-corp.io", "mail jane.doe@acme-corp.io again"));
    }

    [Theory]
    [InlineData("system")]
    [InlineData("tools")]
    [InlineData("metadata")]
    public async Task Finding_OutsideTheHistory_BlocksThoughAnotherCouldLeave(string name)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);

        using var response = await host.PostAsync(
            "/v1/messages", Blocks($"key {Bodies.AwsKey}", "go on").Replace("{\"model\"", $$"""{"{{name}}":[{"text":"{{OtherKey}}"}],"model" """, StringComparison.Ordinal));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("start a new conversation");
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task EncodedKey_OfACall_LeavesWithTheCallAndItsResult()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"aws_access_key_id = {Bodies.AwsKey}"));

        var record = await SendAsync(host, "/v1/chat/completions", $$$"""{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[{"id":"1","function":{"name":"w","arguments":"{\"q\":\"{{{encoded}}}\"}"}},{"id":"2","function":{"name":"w","arguments":"{}"}}]},{"role":"tool","tool_call_id":"1","content":"x"},{"role":"tool","tool_call_id":"2","content":"y"},{"role":"user","content":"c"}]}""");

        record.Scan.Action.ShouldBe(PolicyAction.Strip);
        provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe("""{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[{"id":"2","function":{"name":"w","arguments":"{}"}}]},{"role":"tool","tool_call_id":"2","content":"y"},{"role":"user","content":"c"}]}""");
    }

    [Fact]
    public async Task Rest_WhosePartsMakeASecretTogether_IsBlocked()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);

        var record = await SendAfterRefusalAsync(host, Bodies.AwsKey[..10], $"see {OtherKey} here", Bodies.AwsKey[10..], "(go on)");

        record.Scan.Action.ShouldBe(PolicyAction.Block);
        record.Scan.Findings.Single(static finding => finding.Type == "history_kept").Detail!.ShouldContain("still found");
        host.AuditText().ShouldContain("history_kept");
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task CompressedBody_IsCompressedAgainTheSameWay()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        await SendAsync(host, "/v1/messages", Blocks($"key {Bodies.AwsKey}"));
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Blocks($"key {Bodies.AwsKey}", "go on")));
        }

        using var response = await host.PostAsync("/v1/messages", compressed.ToArray(), [("Content-Encoding", "gzip"), .. Session]);

        host.ShouldAnswer(response, HttpStatusCode.OK);
        using var reader = new StreamReader(new GZipStream(new MemoryStream(provider.Requests.ShouldHaveSingleItem().Body), CompressionMode.Decompress));
        (await reader.ReadToEndAsync()).ShouldBe(Blocks("go on"));
    }

    [Fact]
    public async Task LargeBody_IsStripped()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);
        var large = string.Join(" ", Enumerable.Range(0, 300_000).Select(static i => $"word{i}"));

        (await SendAfterRefusalAsync(host, large, $"key {Bodies.AwsKey}", "go on")).Scan.Action.ShouldBe(PolicyAction.Strip);

        provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe(Blocks(large, "go on"));
    }

    [Theory]
    [InlineData("/model/m/converse", "Authorization", "AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/bedrock/aws4_request, SignedHeaders=host, Signature=0")]
    [InlineData("/model/m/converse", "Authorization", "AWS4-ECDSA-P256-SHA256 Credential=x/20260101/bedrock/aws4_request, SignedHeaders=host, Signature=0")]
    [InlineData("/v1/messages", "Content-Digest", "sha-256=:AAAA:")]
    public async Task SignedBody_IsBlockedWithTheReason(string path, string name, string value)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, config => config with
        {
            Proxy = config.Proxy with { Upstreams = config.Proxy.Upstreams.SetItem("bedrock", provider.BaseAddress) },
        });

        using var response = await host.PostAsync(path, Answered($"key {Bodies.AwsKey}"), (name, value));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("signed the body");
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task SwitchedOff_Blocks()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider, static config => config with { Pipeline = config.Pipeline with { HistoryStrip = false } });

        var record = await SendAsync(host, "/v1/messages", Answered($"key {Bodies.AwsKey}"));

        record.Scan.Action.ShouldBe(PolicyAction.Block);
        record.Scan.Findings.ShouldHaveSingleItem().Type.ShouldBe("aws_access_key");
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task ValueToRedact_IsRedactedInWhatIsLeft()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            static config => config with
            {
                Detectors = config.Detectors.SetItem("secrets", new() { Action = PolicyAction.Block }).SetItem("pii", new() { Action = PolicyAction.Redact }),
            },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Hooks));

        var record = await SendAfterRefusalAsync(host, $"key {Bodies.AwsKey}", "mail jane.doe@acme-corp.io");

        record.Scan.Action.ShouldBe(PolicyAction.Strip);
        record.Scan.Findings.Select(static finding => finding.Action).ShouldBe([PolicyAction.Strip, PolicyAction.Redact]);
        provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe(Blocks("mail [REDACTED:email]"));
    }

    [Fact]
    public async Task Store_KeepsThatItWasStripped()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider);

        await SendAsync(host, "/v1/messages", Answered($"key {Bodies.AwsKey}"));

        (await StoreRows.WaitAsync(host, static rows => rows.Count > 0)).ShouldHaveSingleItem().ActionTaken.ShouldBe("strip");
    }

    private static Task<ProductHost> StartAsync(StandInProvider provider, Func<LumenArgusConfig, LumenArgusConfig>? configure = null) => ProductHost.StartAsync(
        provider.BaseAddress, config => (configure ?? (static same => same))(config with { DefaultAction = PolicyAction.Block }));

    private static async Task<ExchangeRecord> SendAsync(ProductHost host, string path, string body)
    {
        using var response = await host.PostAsync(path, body, Session);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        await response.Content.ReadAsStringAsync();
        return await host.Sink.NextCompletedAsync();
    }

    // Refused first without the last text.
    private static async Task<ExchangeRecord> SendAfterRefusalAsync(ProductHost host, params string[] texts)
    {
        (await SendAsync(host, "/v1/messages", Blocks(texts[..^1]))).Scan.Action.ShouldBe(PolicyAction.Block);
        return await SendAsync(host, "/v1/messages", Blocks(texts));
    }

    private static string Answered(string text) => Blocks(text)[..^2] + """,{"role":"assistant","content":"ok"},{"role":"user","content":"go on"}]}""";

    private static string Blocks(params string[] texts) => """{"model":"claude-x","messages":[{"role":"user","content":["""
        + string.Join(",", texts.Select(static text => $$"""{"type":"text","text":"{{text}}"}""")) + "]}]}";
}

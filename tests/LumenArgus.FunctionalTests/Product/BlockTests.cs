using System.Globalization;
using System.Net;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

public sealed class BlockTests
{
    public static TheoryData<string, string> Requests => new()
    {
        { "/v1/messages", Bodies.Anthropic($"use {Bodies.AwsKey} please") },
        { "/v1/chat/completions", Bodies.OpenAiChat($"use {Bodies.AwsKey} please") },
        { "/v1/responses", Bodies.OpenAiResponses($"use {Bodies.AwsKey} please") },
        { "/v1beta/models/gemini-x:streamGenerateContent?alt=sse", Bodies.Gemini($"use {Bodies.AwsKey} please") },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Block_SecretInPrompt_NothingIsSentAndTheAnswerNamesTypeAndPlace(string path, string body)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });

        using var response = await host.PostAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        text.ShouldContain("aws_access_key");
        text.ShouldContain("NOT sent");
        text.ShouldContain("your next message is sent without it");
        text.ShouldNotContain(Bodies.AwsKey);
        provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/v1/files", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n\r\nuse {0}\r\n--b--\r\n", "multipart/form-data; boundary=b")]
    [InlineData("/v1/embeddings", "{{\"model\":\"e\",\"input\":[\"use {0}\"]}}", "application/json")]
    [InlineData("/v1/embeddings", "{{\"model\":\"e\",\"input\":\"use {0}\"}}", "application/json")]
    [InlineData("/v1/made-up", "{{\"anything\":[\"use {0}\"]}}", "application/json")]
    public async Task Block_WhatIsNoConversation_PromisesNothingAboutTheNextMessage(string path, string format, string contentType)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });

        using var response = await host.PostAsync(
            path, string.Format(CultureInfo.InvariantCulture, format, Bodies.AwsKey), ("Content-Type", contentType), ("anthropic-version", "2023-06-01"), ("x-api-key", "k"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("aws_access_key");
        text.ShouldNotContain("your next message");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Alert_SecretInPrompt_IsForwardedUnchangedAndRecorded(string path, string body)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        using var response = await host.PostAsync(path, body);
        await response.Content.ReadAsStringAsync();
        var record = await host.Sink.NextCompletedAsync();

        host.ShouldAnswer(response, HttpStatusCode.OK);
        provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe(body);
        record.Scan.Action.ShouldBe(PolicyAction.Alert);
        record.Scan.Findings.ShouldContain(static finding => finding.Type == "aws_access_key" && finding.Location.Length > 0);
        host.AuditText().ShouldContain("\"type\":\"aws_access_key\"");
    }

    [Fact]
    public async Task Block_AnthropicShape_IsWhatItsSdkParses()
    {
        var error = (await BlockedAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey))).RootElement;
        error.GetProperty("type").GetString().ShouldBe("error");
        error.GetProperty("error").GetProperty("type").GetString().ShouldBe("invalid_request_error");
        error.GetProperty("error").GetProperty("message").GetString()!.ShouldContain("messages[0].content[0].text");
    }

    [Fact]
    public async Task Block_NamedUpstream_AnswersInTheShapeOfThatProvider()
    {
        var error = (await BlockedAsync("/_upstream/anthropic/v1/complete", Bodies.Anthropic(Bodies.AwsKey))).RootElement;
        error.GetProperty("type").GetString().ShouldBe("error");
    }

    [Fact]
    public async Task Block_OpenAiShape_IsWhatItsSdkParses()
    {
        var error = (await BlockedAsync("/v1/chat/completions", Bodies.OpenAiChat(Bodies.AwsKey))).RootElement.GetProperty("error");
        error.GetProperty("type").GetString().ShouldBe("invalid_request_error");
        error.GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
        error.GetProperty("message").GetString()!.ShouldContain("aws_access_key");
    }

    [Fact]
    public async Task Block_GeminiShape_IsWhatItsSdkParses()
    {
        var error = (await BlockedAsync("/v1beta/models/m:generateContent", Bodies.Gemini(Bodies.AwsKey))).RootElement.GetProperty("error");
        error.GetProperty("code").GetInt32().ShouldBe(400);
        error.GetProperty("status").GetString().ShouldBe("INVALID_ARGUMENT");
        error.GetProperty("message").GetString()!.ShouldContain("aws_access_key");
    }

    [Fact]
    public async Task Block_DetectorSetToLog_LowersTheActionOfItsFindings()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with
        {
            DefaultAction = PolicyAction.Block,
            Detectors = config.Detectors.SetItem("secrets", new() { Action = PolicyAction.Log }),
        });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Action.ShouldBe(PolicyAction.Log);
    }

    [Fact]
    public async Task Block_DetectorDisabled_FindsNothing()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with
        {
            DefaultAction = PolicyAction.Block,
            Detectors = config.Detectors.SetItem("secrets", new() { Enabled = false }),
        });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Redact_WithoutARedactionPlugin_IsAlert()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Redact });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Action.ShouldBe(PolicyAction.Alert);
    }

    private static async Task<JsonDocument> BlockedAsync(string path, string body)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });
        using var response = await host.PostAsync(path, body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync());
    }
}

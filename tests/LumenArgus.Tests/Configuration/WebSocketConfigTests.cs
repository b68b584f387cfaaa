namespace LumenArgus.Tests.Configuration;

public sealed class WebSocketConfigTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Read_EveryKey_IsTaken()
    {
        var config = _fixture.ReadValid("""
            pipeline: {stages: {websocket_outbound: {enabled: true}, websocket_inbound: {enabled: true}}}
            websocket:
              max_frame_size: 2_000_000
              allowed_origins: ["https://Tools.example.com", "http://localhost:3000", "null"]
              allowed_targets: [Tools.example.com, "*.corp.example:8443", "127.0.0.1:9000", "[::1]", "*"]
            """);

        (config.Pipeline.WebSocketOutbound, config.Pipeline.WebSocketInbound, config.WebSocket.MaxFrameSize).ShouldBe((true, true, 2_000_000));
        config.WebSocket.AllowedOrigins.ShouldBe(["https://tools.example.com", "http://localhost:3000", "null"]);
        config.WebSocket.AllowedTargets.ShouldBe(["tools.example.com", "*.corp.example:8443", "127.0.0.1:9000", "[::1]", "*"]);
    }

    [Fact]
    public void Read_Nothing_IsSwitchedOff()
    {
        var config = _fixture.ReadValid("");
        (config.Pipeline.WebSocketOutbound, config.Pipeline.WebSocketInbound, config.WebSocket.MaxFrameSize).ShouldBe((false, false, 1_048_576));
        (config.WebSocket.AllowedOrigins.IsEmpty, config.WebSocket.AllowedTargets.IsEmpty).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("forward_hosts: ['*']")]
    [InlineData("forward_hosts: ['https://llm.corp.example']")]
    [InlineData("forward_hosts: [a.example, 'user@example.com']")]
    public void Read_ForwardHostsThatAreNone_AreAnErrorWithItsLine(string yaml) =>
        _fixture.Read("proxy:\n  " + yaml).Errors.ShouldHaveSingleItem().ToString().ShouldStartWith("config.yaml:2 proxy.forward_hosts must list hosts");

    [Fact]
    public void Read_ForwardHosts_AreTaken() => _fixture.ReadValid("proxy: {forward_hosts: ['*.OpenAI.azure.com', 'llm.corp.example:8443', '[::1]']}")
        .Proxy.ForwardHosts.ShouldBe(["*.openai.azure.com", "llm.corp.example:8443", "[::1]"]);

    [Theory]
    [InlineData("max_frame_size: 0", "must be 1..1073741824 (was 0)")]
    [InlineData("allowed_origins: [tools.example.com]", "must list origins")]
    [InlineData("allowed_origins: ['https://tools.example.com/path']", "must list origins")]
    [InlineData("allowed_targets: ['wss://tools.example.com']", "must list hosts")]
    [InlineData("allowed_targets: ['tools.example.com/path']", "must list hosts")]
    [InlineData("allowed_targets: ['a*.example.com']", "must list hosts")]
    [InlineData("allowed_targets: ['user@example.com']", "must list hosts")]
    [InlineData("allowed_targets: ['']", "must list hosts")]
    public void Read_WhatMakesNoSense_IsAnErrorWithItsLine(string yaml, string error) =>
        _fixture.Read("websocket:\n  " + yaml).Errors.ShouldHaveSingleItem().ToString().ShouldStartWith($"config.yaml:2 websocket.{yaml.Split(':')[0]} {error}");
}

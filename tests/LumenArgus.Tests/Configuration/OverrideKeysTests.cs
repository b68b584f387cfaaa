using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Inspection.Configuration.Stored;

namespace LumenArgus.Tests.Configuration;

public sealed class OverrideKeysTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("default_action", "block")]
    [InlineData("proxy.timeout", "90")]
    [InlineData("proxy.connect_timeout", "20")]
    [InlineData("proxy.retries", "7")]
    [InlineData("detectors.pii.enabled", "false")]
    [InlineData("detectors.pii.action", "log")]
    [InlineData("pipeline.stages.outbound_dlp.enabled", "false")]
    [InlineData("pipeline.stages.history_strip.enabled", "false")]
    [InlineData("pipeline.stages.response_secrets.enabled", "true")]
    [InlineData("pipeline.stages.response_injection.enabled", "true")]
    [InlineData("pipeline.stages.mcp_arguments.enabled", "false")]
    [InlineData("pipeline.stages.mcp_responses.enabled", "false")]
    [InlineData("pipeline.stages.websocket_outbound.enabled", "true")]
    [InlineData("pipeline.stages.websocket_inbound.enabled", "true")]
    [InlineData("pipeline.stages.encoding_decode.enabled", "false")]
    [InlineData("pipeline.stages.encoding_decode.base64", "false")]
    [InlineData("pipeline.stages.encoding_decode.hex", "false")]
    [InlineData("pipeline.stages.encoding_decode.url", "false")]
    [InlineData("pipeline.stages.encoding_decode.unicode", "false")]
    [InlineData("pipeline.stages.encoding_decode.max_depth", "4")]
    [InlineData("pipeline.stages.encoding_decode.min_decoded_length", "20")]
    [InlineData("pipeline.stages.encoding_decode.max_decoded_length", "5000")]
    public void Apply_Value_ChangesTheSettingOfThisName(string key, string value)
    {
        var config = _fixture.ReadValid("");
        OverrideKeys.Problem(key, value).ShouldBeNull();

        var changed = OverrideKeys.Apply(config, new Dictionary<string, string> { [key] = value });

        var change = ConfigDiff.Between(config, changed).ShouldHaveSingleItem();
        (change.Key, change.To, change.NeedsRestart).ShouldBe((key, value, false));
    }

    [Theory]
    [InlineData("proxy.port", "90", "cannot be changed here: set it in config.yaml")]
    [InlineData("dashboard.auth", "none", "cannot be changed here: set it in config.yaml")]
    [InlineData("proxy.upstream.openai", "https://gateway.example", "cannot be changed here: set it in config.yaml")]
    [InlineData("allowlists.pii", "x", "cannot be changed here: set it in config.yaml")]
    [InlineData("proxy.timeuot", "90", "is not a known key; did you mean 'proxy.timeout'?")]
    [InlineData("dashboard.autj", "none", "is not a known key; did you mean 'dashboard.auth'?")]
    [InlineData("colour_of_the_sky", "blue", "is not a known key")]
    [InlineData("allowlistsx", "blue", "is not a known key")]
    [InlineData("proxy.timeout", "0", "must be 1..300")]
    [InlineData("proxy.timeout", "301", "must be 1..300")]
    [InlineData("proxy.timeout", "-5", "must be 1..300")]
    [InlineData("default_action", "strip", "must be log, alert, redact or block")]
    [InlineData("detectors..enabled", "true", "cannot be changed here: set it in config.yaml")]
    [InlineData("detectors.a b.enabled", "true", "cannot be changed here: set it in config.yaml")]
    [InlineData("detectors.pii.enabled", "yes", "must be true or false")]
    public void Problem_OfWhatCannotBe_SaysWhatCan(string key, string value, string problem) => OverrideKeys.Problem(key, value).ShouldBe(problem);

    [Fact]
    public void Apply_ValueThatCannotBe_ChangesNothing()
    {
        var config = _fixture.ReadValid("default_action: block");

        OverrideKeys.Apply(config, new Dictionary<string, string> { ["default_action"] = "explode", ["proxy.mode"] = "passthrough" }).DefaultAction.ShouldBe(PolicyAction.Block);
    }
}

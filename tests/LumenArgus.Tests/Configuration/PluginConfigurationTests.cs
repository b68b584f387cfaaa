using LumenArgus.Inspection.Configuration;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Tests.Configuration;

public sealed class PluginConfigurationTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void For_Plugin_SeesItsOwnSettingsOnly()
    {
        var config = _fixture.ReadValid("""
            detectors:
              pii: {action: log, threshold: 3}
              other: {threshold: 4}
            plugins:
              acme.pii: {enabled: true, mode: strict, nested: {list: [a, b]}}
              acme.other: {mode: lax}
            """);

        var result = PluginConfiguration.For(config, "acme.pii", ["pii"], _ => null);

        result.Errors.ShouldBeEmpty();
        result.Configuration.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={pair.Value}").Order()
            .ShouldBe(["detectors:pii:threshold=3", "mode=strict", "nested:list:0=a", "nested:list:1=b"]);
    }

    [Fact]
    public void For_SectionOfAPlugin_IsItsDefaults()
    {
        var config = _fixture.ReadValid("""
            rule_analysis: {samples: 20, seed: 7}
            plugins:
              lumenargus.ruleanalysis: {seed: 8}
            """);

        var result = PluginConfiguration.For(config, "lumenargus.ruleanalysis", [], _ => null);

        (result.Configuration["samples"], result.Configuration["seed"]).ShouldBe(("20", "8"));
    }

    [Fact]
    public void For_EnvironmentReference_IsResolved()
    {
        var config = _fixture.ReadValid("plugins: {acme.pii: {token: 'Bearer ${env:TOKEN}', plain: '${HOME}'}}");

        var result = PluginConfiguration.For(config, "acme.pii", [], name => name == "TOKEN" ? "t0p" : null);

        result.Configuration["token"].ShouldBe("Bearer t0p");
        result.Configuration["plain"].ShouldBe("${HOME}");
    }

    [Fact]
    public void For_MissingVariable_IsAnError()
    {
        var config = _fixture.ReadValid("plugins: {acme.pii: {a: {token: '${env:TOKEN}'}}}");

        PluginConfiguration.For(config, "acme.pii", [], _ => null).Errors.ShouldHaveSingleItem()
            .ShouldBe("config.yaml:1 plugins.acme.pii.a.token needs the environment variable TOKEN, which is not set");
    }

    [Theory]
    [InlineData("mode: must be strict or lax", "config.yaml:3 plugins.acme.pii.mode")]
    [InlineData("failed in Configure: System.FormatException: networks: 'x' is no network", "config.yaml:6 plugins.acme.pii.limits.networks")]
    [InlineData("limits.networks: 'x' is no network", "config.yaml:6 plugins.acme.pii.limits.networks")]
    [InlineData("limits:max_size is too large", "config.yaml:5 plugins.acme.pii.limits.max_size")]
    [InlineData("The value of 'threshold' is wrong", "config.yaml:8 detectors.pii.threshold")]
    [InlineData("the mode_of_operation is wrong", null)]
    [InlineData("lax is for others", null)]
    [InlineData("0 is wrong", null)]
    [InlineData("", null)]
    public void FindPlace_MessageOfAPlugin_LeadsToTheLine(string message, string? expected)
    {
        var config = _fixture.ReadValid("""
            plugins:
              acme.pii:
                mode: odd
                limits:
                  max_size: 9
                  networks: [x]
            detectors:
              pii: {threshold: 3}
              other: {lax: 4}
            """);

        PluginConfiguration.FindPlace(config, "acme.pii", ["pii"], message).ShouldBe(expected);
    }
}

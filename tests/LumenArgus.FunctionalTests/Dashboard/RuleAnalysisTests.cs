using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>The plugin that compares rules, over the real server and the rules of the credentials plugin.</summary>
public sealed class RuleAnalysisTests
{
    private const string Analysis = "/api/v1/rules/analysis";

    [Fact]
    public async Task Comparison_OfARuleAndItsCopy_FindsTheDuplicateAndSwitchesOneOff()
    {
        await using var fixture = await DashboardFixture.StartAsync(static config => config, static extensions => extensions.With(TestPlugins.Secrets, TestPlugins.RuleAnalysis));
        await using var watch = fixture.Host.Product.WatchRules(() => fixture.Host.Product.ReloadAsync(wanted: null, Limits.Token().Token));
        using var live = await LiveReader.ConnectAsync(fixture.Server);
        var client = fixture.Client;
        (await client.GetAsync(Analysis)).Json.GetProperty("has_results").GetBoolean().ShouldBeFalse();
        (await client.SendAsync(HttpMethod.Post, "/api/v1/rules/aws_access_key/clone", """{"new_name":"aws_access_key_custom"}""")).Status.ShouldBe(HttpStatusCode.Created);
        await live.NextAsync("rules");

        (await client.SendAsync(HttpMethod.Post, Analysis, "{}")).Status.ShouldBe(HttpStatusCode.Accepted);
        using var done = JsonDocument.Parse(await live.NextAsync("rule_analysis_complete"));
        var summary = done.RootElement.GetProperty("summary");

        summary.GetProperty("duplicates").GetInt32().ShouldBeGreaterThan(0);
        var answer = (await client.GetAsync(Analysis)).Json;
        var pair = answer.GetProperty("duplicates").EnumerateArray().Single(static pair => IsOf(pair, "aws_access_key", "aws_access_key_custom"));
        pair.GetProperty("recommendation").GetString().ShouldBe("disable_b");
        pair.GetProperty("jaccard").GetDouble().ShouldBe(1);
        answer.GetProperty("clusters").EnumerateArray().ShouldContain(static cluster => cluster.GetProperty("keep").GetString() == "aws_access_key");
        answer.GetProperty("not_evaluated").GetInt32().ShouldBe(0);
        var state = (await client.GetAsync(Analysis + "/status?since=1")).Json;
        (state.GetProperty("phase").GetString(), state.GetProperty("progress").GetInt32(), state.GetProperty("running").GetBoolean()).ShouldBe(("complete", 100, false));

        const string Pair = """{"rule_a":"aws_access_key_custom","rule_b":"aws_access_key"}""";
        (await client.SendAsync(HttpMethod.Post, Analysis + "/dismiss", Pair)).Json.GetProperty("status").GetString().ShouldBe("dismissed");
        (await client.SendAsync(HttpMethod.Post, Analysis + "/dismiss", Pair)).Json.GetProperty("status").GetString().ShouldBe("already_dismissed");
        (await client.GetAsync(Analysis)).Json.GetProperty("dismissed").GetArrayLength().ShouldBe(1);
        var plugin = $"/api/v1/plugins/{TestPlugins.RuleAnalysis.Id}/rules/";
        (await client.SendAsync(HttpMethod.Post, plugin + "review", """{"rule":"aws_access_key"}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.SendAsync(HttpMethod.Post, plugin + "disable", """{"rule":"aws_access_key_custom"}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/api/v1/rules/aws_access_key_custom")).Json.GetProperty("enabled").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Comparison_AskedWrongly_SaysHow()
    {
        await using var fixture = await DashboardFixture.StartAsync(static config => config, static extensions => extensions.With(TestPlugins.Secrets, TestPlugins.RuleAnalysis));

        (await fixture.Client.SendAsync(HttpMethod.Post, Analysis + "/dismiss", "[]")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await fixture.Client.SendAsync(HttpMethod.Post, Analysis + "/dismiss", """{"rule_a":"x","rule_b":"y"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await fixture.Client.SendAsync(HttpMethod.Post, $"/api/v1/plugins/{TestPlugins.RuleAnalysis.Id}/rules/disable", """{"rule":"no_such_rule"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(0, "No rule that looks at texts is in use")]
    [InlineData(1, "Only one rule that looks at texts is in use.")]
    [InlineData(2, "None of the rules has examples")]
    public async Task Comparison_OfNothing_SaysWhy(int rules, string reason)
    {
        await using var fixture = await DashboardFixture.StartAsync(config => config with { CustomRules = Own(rules) }, static extensions => extensions.With(TestPlugins.RuleAnalysis));
        using var live = await LiveReader.ConnectAsync(fixture.Server);

        (await fixture.Client.SendAsync(HttpMethod.Post, Analysis, "{}")).Status.ShouldBe(HttpStatusCode.Accepted);
        await live.NextAsync("rule_analysis_complete");

        var answer = (await fixture.Client.GetAsync(Analysis)).Json;
        answer.GetProperty("has_results").GetBoolean().ShouldBeTrue();
        answer.GetProperty("nothing_to_compare").GetString().ShouldStartWith(reason);
    }

    [Fact]
    public async Task Comparison_OfRulesThatCanBeCompared_SaysNothingOfThat()
    {
        await using var fixture = await DashboardFixture.StartAsync(static config => config, static extensions => extensions.With(TestPlugins.Proprietary, TestPlugins.RuleAnalysis));

        var answer = (await fixture.Client.GetAsync(Analysis)).Json;

        answer.GetProperty("nothing_to_compare").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("automatic").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Comparison_WithoutThePlugin_IsNotAvailable()
    {
        await using var fixture = await DashboardFixture.StartAsync(static config => config, static extensions => extensions.With(TestPlugins.Secrets));

        (await fixture.Client.GetAsync(Analysis)).Text.ShouldBe("""{"available":false,"has_results":false}""");
        (await fixture.Client.SendAsync(HttpMethod.Post, Analysis, "{}")).Error.ShouldBe("rule_analysis_not_installed");
    }

    private static ImmutableArray<CustomRule> Own(int count) =>
        [.. Enumerable.Range(1, count).Select(static number => new CustomRule(new DetectionRule { Name = $"ticket_{number}", Detector = "custom", Severity = Severity.High, Pattern = $"INT{number}-[0-9]{{6}}" }, Action: null))];

    private static bool IsOf(JsonElement pair, string a, string b) => pair.GetProperty("rule_a").GetString() == a && pair.GetProperty("rule_b").GetString() == b;
}

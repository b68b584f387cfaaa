using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using Microsoft.Data.Sqlite;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>A plugin keeps the findings: they land there, the dashboard answers from there, and the traffic does not depend on it.</summary>
public sealed partial class FindingStoreTests
{
    private static readonly string[] Questions =
    [
        "/findings", "/findings?limit=2", "/findings?limit=2&offset=1", "/findings?before=3", "/findings?severity=critical", "/findings?detector=secrets&action=alert", "/findings?q=AKIA",
        "/findings?q=nothing-of-it", "/findings?session_id=s2", "/findings?client=codex_cli", "/findings?working_directory=shop", "/findings?days=1", "/findings?until=2020-01-01T00:00:00Z",
        "/findings?origin=framework", "/findings?verdict=example", "/findings?intercept_mode=reverse", "/findings/1", "/findings/99", "/findings/facets", "/findings/by-project", "/findings/export?format=csv",
        "/stats", "/stats/advanced?days=1", "/sessions", "/sessions?limit=1", "/sessions/dashboard", "/sessions/s1", "/sessions/s9",
    ];

    [Fact]
    public async Task Dashboard_WithAPluginThatKeepsTheFindings_AnswersAsWithTheDatabase()
    {
        await using var own = await DashboardFixture.StartAsync();
        await using var plugin = await StartAsync();

        foreach (var fixture in new[] { own, plugin })
        {
            await TrafficAsync(fixture);
        }

        foreach (var question in Questions)
        {
            var (expected, answer) = (await own.Client.GetAsync("/api/v1" + question), await plugin.Client.GetAsync("/api/v1" + question));
            answer.Status.ShouldBe(expected.Status, question);
            Normal(answer.Text).ShouldBe(Normal(expected.Text), question);
        }

        RowsInDatabase(own).ShouldBe(5);
        RowsInDatabase(plugin).ShouldBe(0);
        (await own.Host.Client.GetStringAsync("/health")).ShouldContain("\"finding_store\":\"host\"");
        (await plugin.Host.Client.GetStringAsync("/health")).ShouldContain("\"finding_store\":\"plugin test.store\"");
        await StoreRows.WaitWrittenAsync(plugin.Host.Client, 5);
    }

    [Fact]
    public async Task Live_NewFindingOfThePlugin_IsToldWithItsNumber()
    {
        await using var fixture = await StartAsync();
        using var live = await LiveReader.ConnectAsync(fixture.Server);

        await fixture.PromptAsync($"key {Bodies.AwsKey}");

        using var told = JsonDocument.Parse(await live.NextAsync("finding"));
        told.RootElement.GetProperty("id").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("throw", "failed: System.InvalidOperationException")]
    [InlineData("garbage", "failed: System.InvalidOperationException")]
    [InlineData("hang", "took too long")]
    public async Task Plugin_ThatFails_CostsTheTrafficNothingAndIsToldUntilItWorks(string how, string reason)
    {
        using var folder = new TemporaryFolder();
        var switchFile = Path.Combine(folder.Path, "switch");
        await using var fixture = await StartAsync(config => WithSwitch(config, switchFile));
        await File.WriteAllTextAsync(switchFile, how);

        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 5; i++)
        {
            using var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"), ("x-session-id", $"s{i}"));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(8));
        var health = await UntilHealthAsync(fixture, "which keeps the findings,");
        health.ShouldContain($"Plugin test.store, which keeps the findings, {reason}");
        health.ShouldContain("\"degraded\":true");
        var page = await fixture.Client.GetAsync("/api/v1/findings");
        (page.Status, page.Error).ShouldBe((HttpStatusCode.ServiceUnavailable, "store_unavailable"));
        (await fixture.Host.Client.GetStringAsync("/metrics")).ShouldMatch("lumen_argus_store_errors_total [1-9]");

        await File.WriteAllTextAsync(switchFile, "");

        (await fixture.UntilAsync("/api/v1/findings", static reply => reply.Status == HttpStatusCode.OK && reply.Json.GetProperty("total").GetInt64() == 5)).Status.ShouldBe(HttpStatusCode.OK);
        await UntilHealthAsync(fixture, "\"degraded\":false");
        RowsInDatabase(fixture).ShouldBe(0);
    }

    [Fact]
    public async Task Plugin_ThatFails_BlocksFindingsWhereTheOperatorWantsThemStored()
    {
        using var folder = new TemporaryFolder();
        var switchFile = Path.Combine(folder.Path, "switch");
        await using var fixture = await StartAsync(config => WithSwitch(config, switchFile) with { Fail = config.Fail with { Store = FailMode.Closed } });
        await File.WriteAllTextAsync(switchFile, "throw");
        using var first = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"));
        await UntilHealthAsync(fixture, "which keeps the findings,");

        using var second = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"));
        using var clean = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));

        (first.StatusCode, second.StatusCode, clean.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Plugin_WhenTheProductEnds_HasWhatWaited()
    {
        using var folder = new TemporaryFolder();
        var switchFile = Path.Combine(folder.Path, "switch");
        await using var fixture = await StartAsync(config => WithSwitch(config, switchFile));
        await File.WriteAllTextAsync(switchFile, "throw");
        using (await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}")))
        {
            await UntilHealthAsync(fixture, "which keeps the findings,");
        }

        await fixture.Host.StopAsync();

        RowsInDatabase(fixture).ShouldBe(1);
    }

    [Fact]
    public async Task Plugins_NotLoadedOrNotTheFirst_AreNamed()
    {
        await using var broken = await DashboardFixture.StartAsync(
            extensions: static folder => folder.With(TestPlugins.Secrets).AddWithEntryType(TestPlugins.Store, "No.Such.Type"));
        await broken.PromptAsync($"key {Bodies.AwsKey}");
        (await broken.Host.Client.GetStringAsync("/health")).ShouldContain("findings are kept in the host's own database: plugin test.store, which should keep them, is not loaded");
        RowsInDatabase(broken).ShouldBe(1);

        await using var two = await DashboardFixture.StartAsync(
            extensions: static folder => folder.With(TestPlugins.Secrets, TestPlugins.Store).AddAs(TestPlugins.Store, "test.store.second", "test.store"));
        (await two.Host.Client.GetStringAsync("/health")).ShouldContain("findings are not kept by plugin test.store.second: plugin test.store keeps them, and there can be one only");
    }

    private static async Task TrafficAsync(DashboardFixture fixture)
    {
        await fixture.PromptAsync($"Primary working directory: /home/dev/shop\\nkey {Bodies.AwsKey}");
        await fixture.PromptAsync($"key {Bodies.AwsKey}", session: "s2", userAgent: "codex_cli_rs/0.60.0");
        await fixture.PromptAsync("mail to somebody.real@corp-mail.com", session: "s3");
        await fixture.PromptAsync($"again {Bodies.AwsKey} and somebody.real@corp-mail.com", session: "s2");

        // Another sight of what is known.
        using (await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"), ("x-session-id", "s1"), ("x-api-key", "k"), ("User-Agent", "claude-cli/2.0.1 (external, cli)")))
        {
            await fixture.Host.Sink.NextCompletedAsync();
        }

        using (await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"no conversation {Bodies.AwsKey}"), ("User-Agent", "Mozilla/5.0")))
        {
            await fixture.Host.Sink.NextCompletedAsync();
        }

        await fixture.UntilAsync("/api/v1/findings", static reply =>
            reply.Json.GetProperty("total").GetInt64() == 5 && reply.Json.GetProperty("findings").EnumerateArray().Sum(static row => row.GetProperty("seen_count").GetInt64()) == 7);
    }

    // What is not the same in two runs: times, numbers of exchanges, hashes under the key of a home, derived names of conversations.
    private static string Normal(string text) => Volatile().Replace(text, "*");

    [GeneratedRegex("""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(fp:)?\b[0-9a-f]{12,64}\b|"scan_duration_ms":[0-9.]+""")]
    private static partial Regex Volatile();

    internal static long RowsInDatabase(DashboardFixture fixture)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(fixture.Host.HomeFolder, "analytics.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM findings";
        return (long)command.ExecuteScalar()!;
    }

    internal static async Task<string> UntilHealthAsync(DashboardFixture fixture, string text)
    {
        using var limit = Limits.Token();
        while (true)
        {
            var health = await fixture.Host.Client.GetStringAsync("/health", limit.Token);
            if (health.Contains(text, StringComparison.Ordinal))
            {
                return health;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    internal static LumenArgusConfig WithSwitch(LumenArgusConfig config, string file) => config with
    {
        Plugins = config.Plugins with
        {
            ById = config.Plugins.ById.SetItem(TestPlugins.Store.Id, PluginConfig.Default with { Settings = new SettingMap(SettingMap.Empty.Values.SetItem("switch", file)) }),
        },
    };

    internal static Task<DashboardFixture> StartAsync(Func<LumenArgusConfig, LumenArgusConfig>? configure = null) =>
        DashboardFixture.StartAsync(configure, static folder => folder.With(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary, TestPlugins.Store));
}

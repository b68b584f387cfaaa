using System.Net;
using System.Text;
using System.Text.Json;
using LumenArgus.Storage.Rules;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>The table of rules, changed by commands while the executable runs.</summary>
public sealed class RuleTableProcessTests
{
    private const string Quick = "rules: {rebuild_delay_seconds: 0}\n";
    private const string EvenNumber = "test_1234";

    [Fact]
    public async Task DisableAndEnable_WhileItRuns_TakeEffectWithoutARestart()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, TestPlugins.Secrets, Quick);
        using var client = new HttpClient { Timeout = Limits.Default };
        (await PostAsync(client, product, Bodies.AwsKey)).ShouldBe(HttpStatusCode.BadRequest);

        var disabled = await product.RunWithPluginsAsync("rules", "disable", "aws_access_key");

        (disabled.ExitCode, disabled.StandardOutput).ShouldBe((0, "secrets.aws_access_key is disabled"), disabled.StandardError);
        await product.WaitForLineAsync(static line =>
            line.Contains("rules.secrets.aws_access_key enabled, critical -> disabled, critical", StringComparison.Ordinal) && line.Contains("WEAKER", StringComparison.Ordinal));
        (await PostAsync(client, product, Bodies.AwsKey)).ShouldBe(HttpStatusCode.OK);

        (await product.RunWithPluginsAsync("rules", "enable", "secrets.aws_access_key")).ExitCode.ShouldBe(0);
        await product.WaitForLineAsync(static line => line.Contains("aws_access_key disabled, critical -> enabled, critical", StringComparison.Ordinal));
        (await PostAsync(client, product, Bodies.AwsKey)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ImportedFile_WhileItRuns_IsUsed_AndAFileWithAMistakeChangesNothing()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, TestPlugins.Rules, Quick);
        using var client = new HttpClient { Timeout = Limits.Default };
        await File.WriteAllTextAsync(Path.Combine(product.Home, "mine.json"), """
            {"version": "1", "tier": "custom", "rules": [
              {"name": "ticket", "detector": "mine", "severity": "high", "pattern": "INT-[0-9]{6}", "action": "block", "keywords": ["int-"]}]}
            """);
        await File.WriteAllTextAsync(Path.Combine(product.Home, "bad.json"), """
            {"rules": [
              {"name": "other", "detector": "mine", "severity": "high", "pattern": "OTH-[0-9]{6}"},
              {"name": "wrong", "detector": "mine", "severity": "high", "pattern": "(?=x)y"}]}
            """);

        var bad = await product.RunWithPluginsAsync("rules", "import", "--file", "bad.json");
        var dry = await product.RunWithPluginsAsync("rules", "import", "--file", "mine.json", "--dry-run");
        var pro = await product.RunWithPluginsAsync("rules", "import", "--file", "mine.json", "--pro");
        Rows(product).ShouldNotContain(static row => row.Detector == "mine");
        var good = await product.RunWithPluginsAsync("rules", "import", "--file", "mine.json");

        bad.ExitCode.ShouldBe(1);
        bad.StandardError.ShouldContain("bad.json:3: wrong:");
        (dry.ExitCode, dry.StandardOutput).ShouldBe((0, "mine.json: 1 new, 0 changed, 0 gone (nothing was written)"));
        pro.ExitCode.ShouldBe(1);
        pro.StandardError.ShouldContain("licence");
        (good.ExitCode, good.StandardOutput).ShouldBe((0, "mine.json: 1 new, 0 changed, 0 gone"), good.StandardError);
        await product.WaitForLineAsync(static line => line.Contains("rules.mine.ticket", StringComparison.Ordinal));
        (await PostAsync(client, product, "see INT-123456")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task CustomRules_RemovedFromTheFile_LeaveTheTable()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, TestPlugins.Rules, "custom_rules: [{name: ticket, pattern: 'INT-[0-9]{6}', action: block}]");
        using var client = new HttpClient { Timeout = Limits.Default };
        (await PostAsync(client, product, "see INT-123456")).ShouldBe(HttpStatusCode.BadRequest);
        Rows(product).ShouldContain(static row => row.Name == "ticket" && row.Source == RuleSource.Yaml && row.Tier == RuleTier.Custom);

        await product.WriteConfigurationAsync("");
        (await product.RunAsync("reload")).ExitCode.ShouldBe(0);

        Rows(product).ShouldNotContain(static row => row.Name == "ticket");
        (await PostAsync(client, product, "see INT-123456")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Upgrade_OfAPlugin_KeepsWhatWasDecidedAndTakesTheRest()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, TestPlugins.Rules, Quick);
        using var client = new HttpClient { Timeout = Limits.Default };
        (await PostAsync(client, product, EvenNumber)).ShouldBe(HttpStatusCode.BadRequest);
        (await product.RunWithPluginsAsync("rules", "disable", "test_even_number")).ExitCode.ShouldBe(0);
        await product.WaitForLineAsync(static line => line.Contains("test_even_number enabled, high -> disabled, high", StringComparison.Ordinal));
        await product.StopAsync();

        await product.WriteConfigurationAsync(Quick + "plugins: {test.rules: {newer: 'true'}}");
        (await product.RunWithPluginsAsync("rules", "import")).StandardOutput.ShouldBe("plugins: 1 new, 1 changed, 0 gone");
        var rule = Rows(product).Single(static row => row.Name == "test_even_number");
        (await product.RunWithPluginsAsync("rules", "import", "--force")).StandardOutput.ShouldBe("plugins: 0 new, 1 changed, 0 gone");
        var forced = Rows(product).Single(static row => row.Name == "test_even_number");
        var shown = await product.RunWithPluginsAsync("rules", "show", "test_second", "-f", "json");

        (rule.Enabled, rule.Severity, rule.Description, rule.Plugin).ShouldBe((false, "critical", "An even number, as of version 2", "test.rules"));
        forced.Enabled.ShouldBeTrue();
        rule.HitCount.ShouldBe(1);
        shown.ExitCode.ShouldBe(0, shown.StandardError);
        JsonDocument.Parse(shown.StandardOutput).RootElement.GetProperty("enabled").GetBoolean().ShouldBeTrue();
    }

    private static IReadOnlyList<StoredRule> Rows(ProductProcess product) =>
        RuleTableFile.TryRead(Path.Combine(product.Home, "analytics.db"), out _).ShouldNotBeNull().Rules;

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, ProductProcess product, string text)
    {
        using var content = new StringContent(Bodies.Anthropic(text), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(product.Url + "/v1/messages", content);
        return response.StatusCode;
    }

    private static Task<ProductProcess> StartAsync(StandInProvider provider, TestPlugin plugin, string extra) => ProductProcess.StartAsync(new ProductOptions
    {
        Executable = BuiltProduct.Executable,
        PluginFolders = [plugin.Output],
        UpstreamUrl = provider.Url,
        Action = "block",
        ExtraConfiguration = extra,
    });
}

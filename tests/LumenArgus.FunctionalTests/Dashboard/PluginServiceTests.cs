using System.Net;
using LumenArgus.Testing.Plugins;
using LumenArgus.FunctionalTests.Product;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>What the host does for plugins, and what plugins add to it, over the real server.</summary>
public sealed class PluginServiceTests
{
    private const string Api = "/api/v1/plugins/test.services/";

    [Fact]
    public async Task Scan_TextWithAKey_TellsItMaskedAndRecordsNothing()
    {
        await using var fixture = await StartAsync();

        (await PostAsync(fixture, "scan", "{\"note\":\"key " + Bodies.AwsKey + "\"}")).ShouldStartWith("Alert: aws_access_key AKIA**** at note ");
        (await PostAsync(fixture, "scan", "nothing to see here")).ShouldBe("Pass: ");
        (await fixture.Client.GetAsync("/api/v1/findings")).Json.GetProperty("total").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Rows_OfAPlugin_AreInAFileOfItsOwnAndOutliveIt()
    {
        await using var fixture = await StartAsync();
        await PostAsync(fixture, "words", "one");
        await PostAsync(fixture, "words", "it's; DROP TABLE words");
        (await GetAsync(fixture, "words")).ShouldBe("one x1, it's; DROP TABLE words x1");

        // Several statements are one transaction, and what is wrong is told to the plugin.
        (await PostAsync(fixture, "broken-words", "")).ShouldContain("no such table: missing");
        (await GetAsync(fixture, "words")).ShouldNotContain("half");

        fixture.Host.Extensions.Replace(TestPlugins.Services, static manifest => manifest["version"] = "2.0.0");
        (await fixture.Host.Product.ReloadAsync(wanted: null, [], Limits.Token().Token)).Errors.ShouldBeEmpty();
        (await GetAsync(fixture, "words")).ShouldStartWith("one x1, ");
        var file = Path.Combine(fixture.Host.HomeFolder, "plugins", "test.services.db");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Plugins_AskEachOther_ThroughTheHost()
    {
        await using var fixture = await StartAsync();

        (await GetAsync(fixture, "plugins")).Split(", ").ShouldContain("test.services True");
        (await PostAsync(fixture, "ask?id=test.services&name=echo", "hello")).ShouldBe("echoed test.services: hello");
        (await PostAsync(fixture, "ask?id=test.services&name=unknown", "hello")).ShouldBe("no answer");
        (await PostAsync(fixture, "ask?id=no.such&name=echo", "hello")).ShouldBe("no answer");
        (await PostAsync(fixture, "ask?id=test.services&name=throw", "hello")).ShouldBe("no answer");
    }

    [Fact]
    public async Task ProxyControl_LooksAtTheProxyAndSwitchesIt()
    {
        await using var fixture = await StartAsync();
        await fixture.PromptAsync("hello", findings: 0);

        (await GetAsync(fixture, "proxy")).ShouldBe("127.0.0.1 True 1 0 False False");
        (await PostAsync(fixture, "passthrough", "")).ShouldBe("127.0.0.1 True 1 0 True True");
        (await fixture.Client.GetAsync("/api/v1/status")).Json.GetProperty("mode").GetString().ShouldBe("passthrough");
        (await PostAsync(fixture, "active", "")).ShouldBe("127.0.0.1 True 1 0 False False");
        (await GetAsync(fixture, "licence")).ShouldBe("False True");
    }

    [Fact]
    public async Task Client_OfAPlugin_IsListedAndRecognised()
    {
        await using var fixture = await StartAsync();

        await fixture.PromptAsync($"key {Bodies.AwsKey}", userAgent: "acme-agent/3.1 (linux)");

        var clients = (await fixture.Client.GetAsync("/api/v1/clients")).Text;
        clients.ShouldContain("\"acme_agent\"");
        var finding = (await fixture.Client.GetAsync("/api/v1/findings")).Json.GetProperty("findings")[0];
        finding.GetProperty("client_name").GetString().ShouldBe("acme_agent");
    }

    private static Task<DashboardFixture> StartAsync() => DashboardFixture.StartAsync(extensions: static extensions => extensions.With(TestPlugins.Secrets, TestPlugins.Services));

    private static async Task<string> GetAsync(DashboardFixture fixture, string path)
    {
        var answer = await fixture.Client.GetAsync(Api + path);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return answer.Text;
    }

    private static async Task<string> PostAsync(DashboardFixture fixture, string path, string body) => (await fixture.Client.SendAsync(HttpMethod.Post, Api + path, body)).Text;
}

using System.Net;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>Pages, files and the API of a plugin, over the real server.</summary>
public sealed class PluginPageTests
{
    internal const string Api = "/api/v1/plugins/test.pages/";

    [Fact]
    public async Task Pages_OfAPlugin_AreListedWithWhatTheyLoad()
    {
        await using var fixture = await StartAsync();

        var pages = (await fixture.Client.GetAsync("/api/v1/pages")).Json.GetProperty("pages").EnumerateArray().ToDictionary(static page => page.GetProperty("id").GetString()!);

        pages.Keys.ShouldBe(["test-module", "test-fragment", "enrollment"]);
        var module = pages["test-module"];
        module.GetProperty("kind").GetString().ShouldBe("module");
        module.GetProperty("label").GetString().ShouldBe("Test module");
        module.GetProperty("order").GetInt32().ShouldBe(36);
        module.GetProperty("group").GetString().ShouldBe("Protect");
        module.GetProperty("icon").GetString().ShouldBe("rules");
        module.GetProperty("plugin_id").GetString().ShouldBe("test.pages");
        module.GetProperty("locked").GetBoolean().ShouldBeFalse();
        pages["test-fragment"].GetProperty("kind").GetString().ShouldBe("fragment");
        pages["enrollment"].GetProperty("locked").GetBoolean().ShouldBeTrue();

        var source = module.GetProperty("src").GetString()!;
        var script = await fixture.Client.GetAsync(source);
        script.Status.ShouldBe(HttpStatusCode.OK);
        script.Headers["Content-Type"].ShouldBe("text/javascript; charset=utf-8");
        script.Headers["Cache-Control"].ShouldContain("immutable");
        script.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        script.Text.ShouldContain("export function mount");
        (await fixture.Client.GetAsync(source, ("If-None-Match", script.Headers["ETag"]))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await fixture.Client.GetAsync(source.Replace("page.js", "lib/columns.js", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.Client.GetAsync(module.GetProperty("css")[0].GetString()!)).Headers["Content-Type"].ShouldBe("text/css; charset=utf-8");
        (await fixture.Client.GetAsync("/plugins/test.pages/page.js")).Headers["Cache-Control"].ShouldContain("no-cache");
    }

    [Theory]
    [InlineData("/plugins/test.pages/never.html")]
    [InlineData("/plugins/test.pages/nothing.js")]
    [InlineData("/plugins/test.pages/@0123456789abcdef/page.js")]
    [InlineData("/plugins/test.pages/..%2fplugin.json")]
    [InlineData("/plugins/test.pages/lib/..%2f..%2fplugin.json")]
    [InlineData("/plugins/test.pages/LumenArgus.TestPlugins.Pages.dll")]
    [InlineData("/plugins/test.pages/")]
    [InlineData("/plugins/test.pages/@/")]
    [InlineData("/plugins/no.such/page.js")]
    [InlineData("/api/v1/pages/nothing/fragment")]
    [InlineData("/api/v1/pages/test-module/fragment")]
    [InlineData("/api/v1/plugins/no.such/rows")]
    [InlineData("/api/v1/plugins/test.pages/nothing")]
    [InlineData("/api/v1/plugins/test.pages")]
    public async Task Address_ThatIsNone_IsNotFound(string address)
    {
        await using var fixture = await StartAsync();

        var reply = await fixture.Client.GetAsync(address);

        reply.Status.ShouldBe(HttpStatusCode.NotFound);
        reply.Error.ShouldBe("not_found");
    }

    [Fact]
    public async Task Fragment_WithHostileValues_IsEncoded()
    {
        await using var fixture = await StartAsync();

        var reply = await fixture.Client.GetAsync("/api/v1/pages/test-fragment/fragment?text=%3Cimg%20src=x%20onerror=1%3E%20%26amp;");

        reply.Status.ShouldBe(HttpStatusCode.OK);
        reply.Headers["Content-Type"].ShouldBe("text/html; charset=utf-8");
        reply.Headers["Content-Security-Policy"].ShouldContain("sandbox");
        reply.Text.ShouldContain("Admin sees &lt;img src&#x3D;x onerror&#x3D;1&gt; &amp;amp;");
        reply.Text.ShouldContain("<li>one: 1</li><li>two: 2.5</li>");
        reply.Text.ShouldNotContain("<img");
        (await fixture.Client.GetAsync("/api/v1/pages/test-fragment/fragment")).Text.ShouldNotContain("<script");
    }

    [Fact]
    public async Task Api_Call_ReachesThePluginWithItsCaller()
    {
        await using var fixture = await StartAsync();
        using var browser = await DashboardClient.LoggedInAsync(fixture.Server);

        var echo = await browser.SendAsync(HttpMethod.Post, Api + "echo/deep/path?x=1%202", """{"a":1}""");

        echo.Status.ShouldBe(HttpStatusCode.Created);
        echo.Text.ShouldBe("""{"method":"POST","path":"echo/deep/path","x":"1 2","length":7,"role":"Admin","user":null}""");
        echo.Headers["Cache-Control"].ShouldBe("no-store");
        (await browser.SendAsync(HttpMethod.Delete, Api + "rows", "{}")).Status.ShouldBe(HttpStatusCode.NoContent);
        var html = await browser.GetAsync(Api + "page.html");
        html.Headers["Content-Security-Policy"].ShouldBe("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox");
        html.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
    }

    [Fact]
    public async Task Api_CallThatMayNotBe_NeverReachesThePlugin()
    {
        await using var fixture = await StartAsync();
        using var unknown = DashboardClient.Unknown(fixture.Server);
        using var browser = await DashboardClient.LoggedInAsync(fixture.Server);
        var calls = Calls(fixture);

        foreach (var address in new[] { Api + "rows", "/plugins/test.pages/page.js", "/api/v1/pages/test-fragment/fragment", "/api/v1/pages" })
        {
            (await unknown.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Unauthorized, address);
        }

        (await unknown.SendAsync(HttpMethod.Post, Api + "event", "{}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.SendAsync(HttpMethod.Post, Api + "event", "x", "text/plain")).Error.ShouldBe("json_required");
        (await browser.SendAsync(HttpMethod.Post, Api + "event", "{}", ("Origin", "https://evil.example"))).Error.ShouldBe("origin_not_allowed");
        browser.CsrfToken = "0123";
        (await browser.SendAsync(HttpMethod.Post, Api + "event", "{}")).Error.ShouldBe("csrf_validation_failed");
        (await browser.GetAsync(Api + "rows", ("Host", "evil.example"))).Error.ShouldBe("host_not_allowed");

        Calls(fixture).ShouldBe(calls);
    }

    [Theory]
    [InlineData(Api + "throw", HttpStatusCode.BadGateway, "plugin_failed")]
    [InlineData(Api + "wrong-status", HttpStatusCode.BadGateway, "plugin_failed")]
    [InlineData(Api + "wrong-type", HttpStatusCode.BadGateway, "plugin_failed")]
    [InlineData(Api + "wait", HttpStatusCode.GatewayTimeout, "plugin_timeout")]
    [InlineData(Api + "deaf", HttpStatusCode.GatewayTimeout, "plugin_timeout")]
    [InlineData("/api/v1/pages/test-fragment/fragment?fail", HttpStatusCode.BadGateway, "plugin_failed")]
    [InlineData("/api/v1/pages/test-fragment/fragment?hang", HttpStatusCode.GatewayTimeout, "plugin_timeout")]
    public async Task Plugin_ThatFailsOrHangs_IsAProblemAndNothingElseSuffers(string address, HttpStatusCode status, string error)
    {
        await using var fixture = await StartAsync();

        var reply = await fixture.Client.GetAsync(address);

        reply.Status.ShouldBe(status);
        reply.Error.ShouldBe(error);
        reply.Headers["Content-Type"].ShouldBe("application/problem+json");
        reply.Text.ShouldContain("test.pages");
        reply.Text.ShouldNotContain("as asked");
        (await fixture.Client.GetAsync(Api + "rows")).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.Client.GetAsync("/api/v1/status")).Status.ShouldBe(HttpStatusCode.OK);
        fixture.Host.Logs.ShouldNotContain("as asked");
    }

    [Fact]
    public async Task Page_LoadedAgainAndAgainWhileItFails_CountsOnceAgainstThePlugin()
    {
        await using var fixture = await StartAsync();
        for (var i = 0; i < 30; i++)
        {
            (await fixture.Client.GetAsync(Api + "throw")).Error.ShouldBe("plugin_failed");
        }

        (await fixture.Client.GetAsync(Api + "rows")).Status.ShouldBe(HttpStatusCode.OK);
        fixture.Host.Product.Plugins.Plugins.Find("test.pages")!.State.ShouldNotBe(PluginState.Quarantined);
    }

    [Fact]
    public async Task Services_OfTheHost_DoWhatTheyPromise()
    {
        await using var fixture = await StartAsync();
        await fixture.PromptAsync($"key {Bodies.AwsKey}");
        await using var watch = fixture.Host.Product.WatchRules(() => fixture.Host.Product.ReloadAsync(wanted: null, Limits.Token().Token));
        using var live = await LiveReader.ConnectAsync(fixture.Server);

        (await PostAsync("event")).ShouldBe("True");
        (await live.NextAsync("test_told")).ShouldBe("""{"plugin_id":"test.pages","text":"line 1\nline 2"}""");
        (await fixture.Client.SendAsync(HttpMethod.Post, Api + "forged-event", "{}")).Error.ShouldBe("plugin_failed");

        await fixture.Client.SendAsync(HttpMethod.Put, Api + "kv", "a value");
        (await GetAsync("kv")).ShouldBe("a value of a key");
        (await DeleteAsync("kv")).ShouldBe("True");
        (await GetAsync("kv")).ShouldBe(" of ");

        var findings = await GetAsync("findings");
        findings.ShouldStartWith("aws_access_key AKIA****");
        findings.Contains(Bodies.AwsKey, StringComparison.Ordinal).ShouldBeFalse();

        (await GetAsync("overlap?detector=secrets&name=github_token")).ShouldMatch(@"^20 of 20, 0 in nothing, 0 missing$");
        (await GetAsync("rule?name=aws_access_key")).ShouldBe("secrets lumenargus.secrets community enabled=True used=True reviewed=False pattern=True");
        (await PutAsync("rule?name=aws_access_key&reviewed=true")).ShouldBe("True");
        (await PutAsync("rule?name=no_such_rule&enabled=false")).ShouldBe("False");
        (await PutAsync("rule?name=aws_access_key&enabled=false")).ShouldBe("True");
        (await GetAsync("rule?name=aws_access_key")).ShouldBe("secrets lumenargus.secrets community enabled=False used=False reviewed=True pattern=True");
        await live.NextAsync("rules");
        fixture.Host.Product.Generation.Catalogue.Single(static rule => rule.Rule.Name == "aws_access_key").IsUsed.ShouldBeFalse();

        async Task<string> GetAsync(string path) => (await fixture.Client.GetAsync(Api + path)).Text;
        async Task<string> PostAsync(string path) => (await fixture.Client.SendAsync(HttpMethod.Post, Api + path, "{}")).Text;
        async Task<string> PutAsync(string path) => (await fixture.Client.SendAsync(HttpMethod.Put, Api + path, "{}")).Text;
        async Task<string> DeleteAsync(string path) => (await fixture.Client.SendAsync(HttpMethod.Delete, Api + path, body: null)).Text;
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("team", false)]
    public async Task Page_ThatNeedsALicence_IsLockedWithoutOne(string? plan, bool isLocked)
    {
        await using var fixture = await DashboardFixture.StartAsync(
            config => config with
            {
                Plugins = config.Plugins with
                {
                    ById = config.Plugins.ById
                        .SetItem("test.pages", new PluginConfig { Settings = new SettingMap(SettingMap.Empty.Values.SetItem("licensed", "true")) })
                        .SetItem("test.hooks", new PluginConfig { Settings = new SettingMap(SettingMap.Empty.Values.SetItem("licence", plan)) }),
                },
            },
            static extensions => extensions.With(TestPlugins.Hooks, TestPlugins.Pages));

        var page = (await fixture.Client.GetAsync("/api/v1/pages")).Json.GetProperty("pages").EnumerateArray().Single(static page => page.GetProperty("id").GetString() == "test-licensed");
        page.GetProperty("locked").GetBoolean().ShouldBe(isLocked);
        page.TryGetProperty("fragment", out _).ShouldBe(!isLocked);
        page.TryGetProperty("locked_description", out _).ShouldBe(isLocked);
        (await fixture.Client.GetAsync("/api/v1/pages/test-licensed/fragment")).Status.ShouldBe(isLocked ? HttpStatusCode.NotFound : HttpStatusCode.OK);
    }

    internal static Task<DashboardFixture> StartAsync(bool unlock = false) => DashboardFixture.StartAsync(
        config => config with
        {
            Plugins = config.Plugins with
            {
                ById = config.Plugins.ById.SetItem(
                    "test.pages", PluginConfig.Default with { Settings = new SettingMap(SettingMap.Empty.Values.SetItem("unlock", unlock ? "true" : "false")) }),
            },
        },
        static extensions => extensions.With(TestPlugins.Secrets, TestPlugins.Pages));

    internal static async Task<IReadOnlyList<string?>> PagesAsync(DashboardFixture fixture) =>
        [.. (await fixture.Client.GetAsync("/api/v1/pages")).Json.GetProperty("pages").EnumerateArray().Select(static page => page.GetProperty("id").GetString())];

    internal static async Task<string> SourceAsync(DashboardFixture fixture) =>
        (await fixture.Client.GetAsync("/api/v1/pages")).Json.GetProperty("pages")[0].GetProperty("src").GetString()!;

    internal static async Task ReloadAsync(DashboardFixture fixture) =>
        (await fixture.Host.Product.ReloadAsync(wanted: null, [], Limits.Token().Token)).Errors.ShouldBeEmpty();

    private static long Calls(DashboardFixture fixture)
    {
        var counts = fixture.Host.Product.Plugins.Plugins.Find("test.pages")!.Faults.Counts;
        return counts.Ok + counts.Faulted + counts.TimedOut;
    }
}

using System.Net;
using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>A reverse proxy that logs people in: its headers count, and nobody else's.</summary>
public sealed class HeaderAuthTests
{
    private const string Loopback = "127.0.0.0/8";
    private const string Change = """{"pattern":"x","sample":"x"}""";

    private static readonly (string Name, string Value)[] Admin = [("X-Forwarded-User", "ada"), ("X-Forwarded-Groups", "staff, security")];
    private static readonly (string Name, string Value)[] Viewer = [("X-Forwarded-User", "bob"), ("X-Forwarded-Groups", "staff")];

    [Fact]
    public async Task Headers_OfATrustedProxy_GiveTheRoleOfTheGroups()
    {
        await using var fixture = await StartAsync(("trusted_proxies:0", "10.0.0.7"), ("trusted_proxies:1", Loopback), ("admin_groups:0", "security"), ("viewer_groups:0", "staff"));
        using var proxy = DashboardClient.Unknown(fixture.Server);

        var admin = await proxy.GetAsync("/api/v1/session", Admin);
        admin.Json.GetProperty("role").GetString().ShouldBe("admin");
        admin.Json.GetProperty("user").GetString().ShouldBe("ada");
        admin.Json.GetProperty("auth").GetString().ShouldBe("header");
        var viewer = await proxy.GetAsync("/api/v1/session", Viewer);
        viewer.Json.GetProperty("role").GetString().ShouldBe("viewer");
        (await proxy.GetAsync("/api/v1/findings", Viewer)).Status.ShouldBe(HttpStatusCode.OK);

        using (var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/live"))
        {
            Array.ForEach(Viewer, header => request.Headers.Add(header.Name, header.Value));
            using var live = await proxy.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            live.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        }

        // The browser proves by itself who it is, so a change needs what only the page can read; and each has his own.
        (await proxy.SendAsync(HttpMethod.Post, "/api/v1/rules/test", Change, Admin)).Error.ShouldBe("csrf_validation_failed");
        proxy.CsrfToken = viewer.Json.GetProperty("csrf_token").GetString();
        (await proxy.SendAsync(HttpMethod.Post, "/api/v1/rules/test", Change, Admin)).Error.ShouldBe("csrf_validation_failed");
        (await proxy.SendAsync(HttpMethod.Post, "/api/v1/rules/test", Change, Viewer)).Error.ShouldBe("admin_required");
        proxy.CsrfToken = admin.Json.GetProperty("csrf_token").GetString();
        (await proxy.SendAsync(HttpMethod.Post, "/api/v1/rules/test", Change, Admin)).Status.ShouldBe(HttpStatusCode.OK);
        (await proxy.SendAsync(HttpMethod.Post, "/api/v1/rules/test", Change, "text/plain", Admin)).Error.ShouldBe("json_required");

        // The token of the file works beside it, and a wrong one is no way around the headers.
        (await fixture.Client.GetAsync("/api/v1/session")).Json.GetProperty("auth").GetString().ShouldBe("token");
        (await proxy.GetAsync("/api/v1/session", ("Authorization", "Bearer 0123"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("nobody", "X-Forwarded-Groups", "security")]
    [InlineData("no group", "X-Forwarded-User", "eve")]
    [InlineData("another group", "X-Forwarded-User", "eve", "X-Forwarded-Groups", "Security,securityx")]
    [InlineData("two users", "X-Forwarded-User", "eve", "X-Forwarded-User", "ada", "X-Forwarded-Groups", "security")]
    [InlineData("an empty user", "X-Forwarded-User", " ", "X-Forwarded-Groups", "security")]
    public async Task Headers_ThatNameNobody_AreNoLogin(string what, params string[] headers)
    {
        await using var fixture = await StartAsync(("trusted_proxies:0", Loopback), ("admin_groups:0", "security"), ("viewer_groups:0", "staff"));
        using var proxy = DashboardClient.Unknown(fixture.Server);

        var reply = await proxy.GetAsync("/api/v1/session", [.. headers.Chunk(2).Select(static pair => (pair[0], pair[1]))]);

        reply.Status.ShouldBe(HttpStatusCode.Unauthorized, what);
    }

    [Fact]
    public async Task Headers_ForgedByAPeerThatIsNoProxy_AreNothing()
    {
        await using var fixture = await StartAsync(("trusted_proxies", "10.0.0.7"), ("admin_groups", "security"), ("viewer_groups", "*"));
        using var caller = DashboardClient.Unknown(fixture.Server);

        (await caller.GetAsync("/api/v1/session", [.. Admin, ("X-Forwarded-For", "10.0.0.7"), ("Forwarded", "for=10.0.0.7")])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await caller.GetAsync("/api/v1/findings", Viewer)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var live = await caller.Http.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead);
        live.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Secret_ThatTheProxyHasToShow_IsNeeded()
    {
        await using var fixture = await StartAsync(("trusted_proxies", Loopback), ("viewer_groups", "*"), ("secret", "between-us"));
        using var proxy = DashboardClient.Unknown(fixture.Server);

        (await proxy.GetAsync("/api/v1/session", Viewer)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await proxy.GetAsync("/api/v1/session", [.. Viewer, ("X-LumenArgus-Proxy-Secret", "between-us-")])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await proxy.GetAsync("/api/v1/session", [.. Viewer, ("X-LumenArgus-Proxy-Secret", "between-us")])).Json.GetProperty("user").GetString().ShouldBe("bob");
    }

    [Theory]
    [InlineData(PluginState.Disabled, "set plugins.lumenargus.headerauth.trusted_proxies")]
    [InlineData(PluginState.Disabled, "admin_groups or viewer_groups", "trusted_proxies", Loopback)]
    [InlineData(PluginState.Rejected, "neither an address nor a network", "trusted_proxies", "localhost", "viewer_groups", "*")]
    [InlineData(PluginState.Rejected, "is everybody", "trusted_proxies", "0.0.0.0/0", "viewer_groups", "*")]
    [InlineData(PluginState.Rejected, "must be the name of a header", "trusted_proxies", Loopback, "viewer_groups", "*", "user_header", "X User")]
    public async Task Configuration_MissingOrWrong_LeavesItOffAndSaysWhy(PluginState state, string reason, params string[] settings)
    {
        await using var fixture = await StartAsync([.. settings.Chunk(2).Select(static pair => (pair[0], pair[1]))]);

        var plugin = fixture.Host.Product.Plugins.Plugins.All.Single(static plugin => plugin.Id == TestPlugins.HeaderAuth.Id);

        plugin.State.ShouldBe(state);
        plugin.Reason.ShouldContain(reason);
        using var caller = DashboardClient.Unknown(fixture.Server);
        (await caller.GetAsync("/api/v1/session", Admin)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await fixture.Host.Client.GetStringAsync("/health")).ShouldContain("\"degraded\":false");
    }

    private static Task<DashboardFixture> StartAsync(params (string Key, string Value)[] settings) => DashboardFixture.StartAsync(
        config => config with
        {
            Plugins = config.Plugins with
            {
                ById = config.Plugins.ById.SetItem(
                    TestPlugins.HeaderAuth.Id,
                    PluginConfig.Default with { Settings = new SettingMap(SettingMap.Empty.Values.AddRange(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))) }),
            },
        },
        static extensions => extensions.With(TestPlugins.Secrets, TestPlugins.HeaderAuth));
}

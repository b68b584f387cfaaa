using System.Net;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>Who gets in, from which pages, and what a browser is told.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private StandInProvider _provider = null!;
    private ProductHost _host = null!;

    public async Task InitializeAsync() => (_provider, _host) = (await StandInProvider.StartAsync(), null!);

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await _provider.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/api/v1/status")]
    [InlineData("GET", "/api/v1/session")]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/API/V1/STATUS")]
    [InlineData("GET", "/api/v1//status")]
    [InlineData("HEAD", "/api/v1/status")]
    [InlineData("POST", "/api/v1/reload")]
    [InlineData("DELETE", "/api/v1/session")]
    [InlineData("OPTIONS", "/api/v1/status")]
    [InlineData("PATCH", "/")]
    public async Task WithoutSession_Anything_IsRefused(string method, string path)
    {
        using var client = DashboardClient.Unknown(await StartAsync());

        var reply = await client.SendAsync(new HttpMethod(method), path, method is "GET" or "HEAD" ? null : "{}");

        reply.Status.ShouldBe(HttpStatusCode.Unauthorized);
        reply.Headers["WWW-Authenticate"].ShouldBe("Bearer");
        if (method != "HEAD")
        {
            reply.Headers["Content-Type"].ShouldBe("application/problem+json");
            reply.Error.ShouldBe("authentication_required");
            reply.Json.GetProperty("token_file").GetString().ShouldEndWith("dashboard-token");
            reply.Json.GetProperty("methods").GetArrayLength().ShouldBe(1);
        }
    }

    [Fact]
    public async Task Token_OfTheFile_OpensForScripts()
    {
        using var client = DashboardClient.WithToken(await StartAsync());

        var reply = await client.GetAsync("/api/v1/status");

        reply.Status.ShouldBe(HttpStatusCode.OK);
        reply.Json.GetProperty("proxy_port").GetInt32().ShouldBe(_host.Port);
        reply.Headers["Cache-Control"].ShouldBe("no-store");
        reply.Headers["Content-Security-Policy"].ShouldContain("script-src 'self';");
        reply.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        reply.Headers["X-Frame-Options"].ShouldBe("DENY");
        reply.Headers.Keys.ShouldNotContain("Server");
    }

    [Fact]
    public async Task Session_LoginAndLogout_OpensAndCloses()
    {
        var server = await StartAsync();
        using var client = DashboardClient.Unknown(server);

        var login = await client.SendAsync(HttpMethod.Post, "/api/v1/session", $$"""{"token":"{{server.Token}}"}""");

        login.Status.ShouldBe(HttpStatusCode.OK);
        login.Json.GetProperty("role").GetString().ShouldBe("admin");
        login.Headers["Set-Cookie"].ShouldContain("samesite=strict; httponly");
        (await client.GetAsync("/api/v1/session")).Json.GetProperty("csrf_token").GetString().ShouldBe(login.Json.GetProperty("csrf_token").GetString());
        (await client.GetAsync("/api/v1/status")).Status.ShouldBe(HttpStatusCode.OK);

        (await client.SendAsync(HttpMethod.Delete, "/api/v1/session", "{}")).Error.ShouldBe("csrf_validation_failed");
        client.CsrfToken = login.Json.GetProperty("csrf_token").GetString();
        (await client.SendAsync(HttpMethod.Delete, "/api/v1/session", "{}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync("/api/v1/status")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Session_WrongTooOften_HasToWait()
    {
        var server = await StartAsync();
        using var client = DashboardClient.Unknown(server);
        for (var i = 0; i < 5; i++)
        {
            (await client.SendAsync(HttpMethod.Post, "/api/v1/session", """{"token":"wrong"}""")).Error.ShouldBe("invalid_credentials");
        }

        var reply = await client.SendAsync(HttpMethod.Post, "/api/v1/session", """{"token":"wrong"}""");

        reply.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        int.Parse(reply.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
    }

    [Fact]
    public async Task Session_Password_OpensAndIsOffered()
    {
        // Of few rounds, to be quick.
        const string Hash = "pbkdf2-sha256$1000$AAECAwQFBgcICQoLDA0ODw==$";
        var derived = System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(
            "open sesame", Convert.FromBase64String("AAECAwQFBgcICQoLDA0ODw=="), 1000, System.Security.Cryptography.HashAlgorithmName.SHA256, 32);
        var server = await StartAsync(dashboard => dashboard with { Password = DashboardPassword.TryRead(Hash + Convert.ToBase64String(derived)) });
        using var client = DashboardClient.Unknown(server);

        (await client.GetAsync("/api/v1/session")).Json.GetProperty("auth").GetString().ShouldBe("password");
        (await client.SendAsync(HttpMethod.Post, "/api/v1/session", """{"password":"open sesam"}""")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.SendAsync(HttpMethod.Post, "/api/v1/session", """{"password":"open sesame"}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/api/v1/status")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Session_OfTheViewersPassword_LooksAndChangesNothing()
    {
        var server = await StartAsync(static dashboard => dashboard with
        {
            Password = DashboardPassword.TryRead("for those who change"), ViewerPassword = DashboardPassword.TryRead("for those who look"),
        });
        using var client = DashboardClient.Unknown(server);

        var login = await client.SendAsync(HttpMethod.Post, "/api/v1/session", """{"password":"for those who look"}""");

        login.Json.GetProperty("role").GetString().ShouldBe("viewer");
        client.CsrfToken = login.Json.GetProperty("csrf_token").GetString();
        (await client.GetAsync("/api/v1/findings")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.SendAsync(HttpMethod.Post, "/api/v1/reload", "{}")).Error.ShouldBe("admin_required");
        (await client.SendAsync(HttpMethod.Put, "/api/v1/config", """{"default_action":"log"}""")).Error.ShouldBe("admin_required");
        (await client.SendAsync(HttpMethod.Delete, "/api/v1/session", "{}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await client.SendAsync(HttpMethod.Post, "/api/v1/session", """{"password":"for those who change"}""")).Json.GetProperty("role").GetString().ShouldBe("admin");
    }

    [Theory]
    [InlineData("", "application/json", "csrf_validation_failed")]
    [InlineData("wrong", "application/json", "csrf_validation_failed")]
    [InlineData("right", "text/plain", "json_required")]
    public async Task Change_OfAPageOfSomebodyElse_IsRefused(string csrf, string contentType, string error)
    {
        using var client = await DashboardClient.LoggedInAsync(await StartAsync());
        client.CsrfToken = csrf == "right" ? client.CsrfToken : csrf;

        var reply = await client.SendAsync(HttpMethod.Post, "/api/v1/reload", "{}", contentType);

        reply.Error.ShouldBe(error);
    }

    [Theory]
    [InlineData("Host", "evil.example", "host_not_allowed")]
    [InlineData("Origin", "http://evil.example", "origin_not_allowed")]
    [InlineData("Origin", "null", "origin_not_allowed")]
    public async Task Request_ForAnotherNameOrFromAnotherSite_IsRefusedWhoeverAsks(string header, string value, string error)
    {
        using var client = DashboardClient.WithToken(await StartAsync());

        (await client.GetAsync("/api/v1/status", (header, value))).Error.ShouldBe(error);
        (await client.SendAsync(HttpMethod.Post, "/api/v1/session", "{}", (header, value))).Error.ShouldBe(error);
    }

    [Fact]
    public async Task NoAuthentication_StillTellsItsOwnPageFromOthers()
    {
        using var client = DashboardClient.Unknown(await StartAsync(static dashboard => dashboard with { Auth = DashboardAuth.None }));

        var session = await client.GetAsync("/api/v1/session");

        session.Json.GetProperty("auth").GetString().ShouldBe("none");
        (await client.SendAsync(HttpMethod.Post, "/api/v1/reload", "{}")).Error.ShouldBe("csrf_validation_failed");
    }

    [Fact]
    public async Task Address_InUse_CostsTheDashboardOnly()
    {
        _host = await ProductHost.StartAsync(_provider.BaseAddress, static config => config);
        var first = await _host.DashboardAsync();
        await using var second = await ProductHost.StartAsync(
            _provider.BaseAddress, config => config with { Dashboard = config.Dashboard with { Port = first.Port } });

        var start = await LumenArgus.Dashboard.Hosting.DashboardServer.StartAsync(second.Product.Services, CancellationToken.None);

        start.Server.ShouldBeNull();
        start.Problem.ShouldNotBeNull().ShouldContain("--dashboard-port");
        (await second.Client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("PUT", "config", "application/x-www-form-urlencoded", 415, "json_required", null)]
    [InlineData("POST", "rules", null, 415, "json_required", null)]
    [InlineData("PUT", "pipeline", null, 415, "json_required", null)]
    [InlineData("PATCH", "config", "application/json", 405, "method_not_allowed", "GET, HEAD, PUT")]
    [InlineData("DELETE", "status", "application/json", 405, "method_not_allowed", "GET, HEAD")]
    [InlineData("PATCH", "nothing", "application/json", 404, "not_found", null)]
    public async Task Request_WithAWrongTypeOrMethod_IsToldSo(string method, string path, string? contentType, int status, string error, string? allow)
    {
        using var client = DashboardClient.WithToken(await StartAsync());

        var reply = await client.SendAsync(new HttpMethod(method), "/api/v1/" + path, contentType is null ? null : "{}", contentType ?? "");

        ((int)reply.Status, reply.Error, reply.Headers.GetValueOrDefault("Allow")).ShouldBe((status, error, allow));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("findings/export")]
    public async Task Head_OfWhatCanBeRead_IsItsHeaders(string path)
    {
        using var client = DashboardClient.WithToken(await StartAsync());

        var (get, head) = (await client.GetAsync("/api/v1/" + path), await client.SendAsync(HttpMethod.Head, "/api/v1/" + path, body: null));

        (head.Status, head.Headers["Content-Type"], head.Text).ShouldBe((get.Status, get.Headers["Content-Type"], ""));
    }

    [Fact]
    public async Task RightToken_AfterWrongTriesOfTheSameAddress_GetsIn()
    {
        var server = await StartAsync();
        using var client = DashboardClient.Unknown(server);
        for (var i = 0; i < 5; i++)
        {
            (await client.SendAsync(HttpMethod.Post, "/api/v1/session", """{"token":"wrong"}""")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await client.SendAsync(HttpMethod.Post, "/api/v1/session", """{"token":"wrong"}""")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await client.SendAsync(HttpMethod.Post, "/api/v1/session", $$"""{"token":"{{server.Token}}"}""")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<LumenArgus.Dashboard.Hosting.DashboardServer> StartAsync(Func<DashboardConfig, DashboardConfig>? configure = null)
    {
        _host = await ProductHost.StartAsync(
            _provider.BaseAddress, config => config with { Dashboard = configure?.Invoke(config.Dashboard) ?? config.Dashboard });
        return await _host.DashboardAsync();
    }
}

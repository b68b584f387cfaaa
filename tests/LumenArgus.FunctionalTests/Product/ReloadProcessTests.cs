using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;
using Microsoft.Data.Sqlite;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>Changes of the configuration while the executable runs, by SIGHUP and by <c>lumen-argus reload</c>.</summary>
public sealed class ReloadProcessTests
{
    [Fact]
    public async Task HangUp_ActionChangedWhileAStreamIsOpen_BlocksTheNextRequestAndTheStreamGoesOn()
    {
        using var gate = new ChunkGate();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Events(AnthropicAnswers.Events, gate);
        await using var product = await StartAsync(provider);
        using var client = new HttpClient { Timeout = Limits.Default };
        gate.Release();
        using var stream = await PostAsync(client, product.Url, "hello");

        await product.WriteConfigurationAsync("default_action: block");
        product.HangUp();
        await product.WaitForLineAsync(static line => line.Contains("default_action alert -> block", StringComparison.Ordinal));

        using var blocked = await PostAsync(client, product.Url, Bodies.AwsKey);
        blocked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        gate.Release(AnthropicAnswers.Events.Count);
        (await stream.Content.ReadAsStringAsync()).ShouldBe(string.Concat(AnthropicAnswers.Events));
        (await HealthAsync(client, product.Url)).GetProperty("generation").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Reload_PortMoved_AnswersThereAndAnOpenStreamOfTheOldPortGoesOn()
    {
        using var gate = new ChunkGate();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Events(AnthropicAnswers.Events, gate);
        await using var product = await StartAsync(provider, port: FreePort.Find());
        using var client = new HttpClient { Timeout = Limits.Default };
        gate.Release();
        using var stream = await PostAsync(client, product.Url, "hello");
        var port = FreePort.Find();

        await product.WriteConfigurationAsync("", port);
        var result = await product.RunAsync("reload");

        result.ExitCode.ShouldBe(0, result.StandardError);
        result.StandardOutput.ShouldContain($"proxy.port {new Uri(product.Url).Port} -> {port}");
        (await HealthAsync(client, $"http://127.0.0.1:{port}")).GetProperty("status").GetString().ShouldBe("ready");
        using var fresh = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(() => fresh.GetStringAsync(product.Url + "/health"));
        gate.Release(AnthropicAnswers.Events.Count);
        (await stream.Content.ReadAsStringAsync()).ShouldBe(string.Concat(AnthropicAnswers.Events));
    }

    [Fact]
    public async Task Reload_NewPortIsTaken_FailsAndTheOldOneStays()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, port: FreePort.Find());
        using var client = new HttpClient { Timeout = Limits.Default };

        await product.WriteConfigurationAsync("default_action: block", ((IPEndPoint)taken.LocalEndpoint).Port);
        var result = await product.RunAsync("reload");

        result.ExitCode.ShouldBe(1);
        result.StandardError.ShouldContain("in use");
        result.StandardError.ShouldNotContain("   at ");
        using var passed = await PostAsync(client, product.Url, Bodies.AwsKey);
        passed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await HealthAsync(client, product.Url)).GetProperty("generation").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Start_WithADecisionOfTheDashboard_TellsWhatIsInForce()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, extra: "default_action: log");
        await product.WaitForLineAsync(static line => line.Contains("On findings: log", StringComparison.Ordinal));
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(product.Home, "analytics.db"), Pooling = false }.ToString()))
        {
            connection.Open();
            using var decide = connection.CreateCommand();
            decide.CommandText = "INSERT INTO config_overrides (namespace_id, key, value, updated_at) VALUES (1, 'default_action', 'block', '2026-01-01T00:00:00.000Z')";
            decide.ExecuteNonQuery();
        }

        await product.RestartAsync();

        await product.WaitForLineAsync(static line => line.Contains("On findings: block", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reload_MistakeInTheFile_ChangesNothingAndShowsUntilItIsRepaired()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, extra: "default_action: block");
        using var client = new HttpClient { Timeout = Limits.Default };

        await product.WriteConfigurationAsync("default_action: blok");
        var failed = await product.RunAsync("reload");

        failed.ExitCode.ShouldBe(1);
        failed.StandardError.ShouldContain("config.yaml:");
        failed.StandardError.ShouldContain("default_action must be");
        failed.StandardOutput.ShouldBeEmpty();
        var health = await HealthAsync(client, product.Url);
        health.GetProperty("status").GetString().ShouldBe("ready");
        health.GetProperty("degraded").GetBoolean().ShouldBeTrue();
        health.GetProperty("reasons").EnumerateArray().Count(static reason => reason.GetString()!.Contains("default_action must be", StringComparison.Ordinal)).ShouldBe(1);
        var last = health.GetProperty("last_reload");
        last.GetProperty("ok").GetBoolean().ShouldBeFalse();
        last.GetProperty("errors")[0].GetString().ShouldNotBeNull().ShouldContain("default_action");
        last.TryGetProperty("failed_since", out _).ShouldBeTrue();
        using (var blocked = await PostAsync(client, product.Url, Bodies.AwsKey))
        {
            blocked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        await product.WriteConfigurationAsync("default_action: log");
        var repaired = await product.RunAsync("reload");

        repaired.ExitCode.ShouldBe(0, repaired.StandardError);
        repaired.StandardOutput.ShouldContain("default_action block -> log  WEAKER");
        health = await HealthAsync(client, product.Url);
        health.GetProperty("degraded").GetBoolean().ShouldBeFalse();
        health.GetProperty("last_reload").GetProperty("weaker")[0].GetString().ShouldBe("default_action");
        product.StandardError.ShouldContain("weaker: default_action block -> log");
        var metrics = await client.GetStringAsync(product.Url + "/metrics");
        metrics.ShouldContain("lumen_argus_reloads_total{result=\"failed\"} 1\nlumen_argus_reloads_total{result=\"ok\"} 1\n");
        metrics.ShouldContain("lumen_argus_generation 2\n");
    }

    [Fact]
    public async Task Reload_FileIsGone_ChangesNothing()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, extra: "default_action: block");
        File.Delete(Path.Combine(product.Home, "config.yaml"));

        (await product.RunAsync("reload")).ExitCode.ShouldBe(1);

        using var client = new HttpClient { Timeout = Limits.Default };
        using var blocked = await PostAsync(client, product.Url, Bodies.AwsKey);
        blocked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Reload_FlagsAndSettingsOfTheStart_FlagsWinAndTheRestIsNamed()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, action: "block");

        await product.WriteConfigurationAsync("default_action: log\nlogging:\n  max_size_mb: 20\n  file_level: debug\nplugins:\n  lumenargus.secrets:\n    extra: 1");
        var result = await product.RunAsync("reload", "--format", "json");

        result.ExitCode.ShouldBe(0, result.StandardError);
        using var report = JsonDocument.Parse(result.StandardOutput);
        var changes = report.RootElement.GetProperty("changes").EnumerateArray()
            .Select(static change => (change.GetProperty("key").GetString(), change.GetProperty("needs_restart").GetBoolean()));
        changes.ShouldBe([("logging.file_level", false), ("logging.max_size_mb", true), ("plugins.lumenargus.secrets.extra", true)]);
        using var client = new HttpClient { Timeout = Limits.Default };
        using var blocked = await PostAsync(client, product.Url, Bodies.AwsKey);
        blocked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        // What waits for a restart is told again; what is in use is not.
        var again = await product.RunAsync("reload");
        again.StandardOutput.ShouldContain("needs a restart: logging.max_size_mb 10 -> 20");
        again.StandardOutput.ShouldNotContain("file_level");
        (await File.ReadAllTextAsync(Path.Combine(product.Home, "logs", "lumen-argus.log"))).ShouldContain(" DEBUG ");
    }

    [Fact]
    public async Task Reload_NothingRuns_ExitsWith1AndNamesTheHome()
    {
        using var home = new TemporaryFolder();
        var start = new ChildProcessStart(BuiltProduct.Executable, ["reload"]) { WorkingDirectory = home.Path, Environment = BuiltProduct.Environment(home.Path, home.Path) };

        var result = await ChildProcess.RunAsync(start, Limits.Default);

        result.ExitCode.ShouldBe(1);
        result.StandardError.ShouldContain(home.Path);
        result.StandardError.ShouldContain("lumen-argus serve");
    }

    [Fact]
    public async Task Serve_AfterAKill_TakesTheSocketAndASecondOneIsTold()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var first = await StartAsync(provider);
        using (var process = System.Diagnostics.Process.GetProcessById(first.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        (await first.RunAsync("reload")).ExitCode.ShouldBe(1);
        await using var second = Serve(first);
        await second.WaitForLineAsync(static line => line.Contains("listening on", StringComparison.Ordinal), Limits.Default);
        (await first.RunAsync("reload")).ExitCode.ShouldBe(0);

        await using var third = Serve(first);
        await third.WaitForLineAsync(static line => line.Contains("listening on", StringComparison.Ordinal), Limits.Default);
        third.Terminate();
        var ended = await third.WaitForExitAsync(Limits.Default);

        ended.StandardError.ShouldContain($"another lumen-argus runs with {first.Home}");
        ended.ExitCode.ShouldBe(0);
        (await first.RunAsync("reload")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task UnknownKey_AtTheStart_ShowsInHealthAndLogUntilAReloadWithoutIt()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, extra: "default_acton: block");
        using var client = new HttpClient { Timeout = Limits.Default };
        const string warning = "default_acton is not a known key and has no effect; did you mean 'default_action'?";

        var health = await HealthAsync(client, product.Url);
        health.GetProperty("degraded").GetBoolean().ShouldBeTrue();
        health.GetProperty("reasons")[0].GetString().ShouldNotBeNull().ShouldEndWith(warning);
        await product.WriteConfigurationAsync("default_action: block");
        (await product.RunAsync("reload")).ExitCode.ShouldBe(0);
        (await HealthAsync(client, product.Url)).GetProperty("degraded").GetBoolean().ShouldBeFalse();
        await product.WriteConfigurationAsync("default_acton: block");
        (await product.RunAsync("reload")).ExitCode.ShouldBe(0);
        (await HealthAsync(client, product.Url)).GetProperty("reasons")[0].GetString().ShouldNotBeNull().ShouldEndWith(warning);

        await product.StopAsync();
        var log = await File.ReadAllTextAsync(Path.Combine(product.Home, "logs", "lumen-argus.log"));
        log.Split(warning).Length.ShouldBe(3);
        product.StandardError.ShouldContain("lumen-argus: warning: config.yaml:");
        product.StandardError.ShouldContain(warning);
    }

    private static ChildProcess Serve(ProductProcess home) => ChildProcess.Start(
        new ChildProcessStart(BuiltProduct.Executable, ["serve", "--port", "0", "--no-color", "--no-bundled-extensions", "--no-dashboard"])
        {
            WorkingDirectory = home.Home,
            Environment = BuiltProduct.Environment(Path.Combine(home.Home, "user"), home.Home),
        });

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string url, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url + "/v1/messages") { Content = new StringContent(Bodies.Anthropic(text), Encoding.UTF8, "application/json") };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<JsonElement> HealthAsync(HttpClient client, string url)
    {
        using var response = await client.GetAsync(url + "/health");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return body.RootElement.Clone();
    }

    private static Task<ProductProcess> StartAsync(StandInProvider provider, string? action = null, int? port = null, string extra = "") =>
        ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [TestPlugins.Secrets.Output],
            UpstreamUrl = provider.Url,
            Action = action,
            Port = port,
            ExtraConfiguration = extra,
        });
}

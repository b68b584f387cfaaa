using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>The commands <c>plugins</c> beside the executable that runs.</summary>
public sealed class PluginsCommandTests
{
    [Fact]
    public async Task HangUp_NewVersionThenABrokenOne_AreShownByListAndHealth()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, TestPlugins.Finder);
        using var client = new HttpClient { Timeout = Limits.Default };
        (await PostAsync(client, product, "a needle")).ShouldBe(HttpStatusCode.BadRequest);

        Edit(product, static manifest => manifest["version"] = "2.0.0");
        product.HangUp();
        await product.WaitForLineAsync(static line => line.Contains("plugin test.finder 0.1.0 -> 2.0.0", StringComparison.Ordinal));
        (await PostAsync(client, product, "a needle")).ShouldBe(HttpStatusCode.BadRequest);

        Edit(product, static manifest => (manifest["version"], manifest["api"]) = ("3.0.0", "7.0"));
        var reload = await product.RunAsync("plugins", "reload");
        reload.ExitCode.ShouldBe(1);
        reload.StandardOutput.ShouldStartWith("plugin test.finder 3.0.0 is not used, 2.0.0 stays in use: needs contract 7.0");
        var row = await ListOneAsync(product);
        (row.GetProperty("version").GetString(), row.GetProperty("state").GetString()).ShouldBe(("2.0.0", "active"));
        row.GetProperty("refusal").GetString().ShouldNotBeNull().ShouldStartWith("version 3.0.0 in its folder is not used: needs contract 7.0");
        row.GetProperty("use").GetProperty("calls").GetInt64().ShouldBeGreaterThan(0);
        row.GetProperty("use").GetProperty("p99_us").GetDouble().ShouldBeGreaterThan(0);
        (await client.GetStringAsync(product.Url + "/health")).ShouldContain("plugin test.finder 2.0.0 stays in use");
        var shown = await product.RunAsync("plugins", "show", "test.finder");
        shown.StandardOutput.ShouldContain("refused     version 3.0.0");
        shown.StandardOutput.ShouldContain("time        p50 ");
        (await product.RunAsync("plugins", "show", "test.fimder")).StandardError.ShouldContain("did you mean 'test.finder'");
        (await PostAsync(client, product, "a needle")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Clients_WhileItRuns_ListsTheToolsOfItsPlugins()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, TestPlugins.Services);

        var listed = await product.RunAsync("clients");
        listed.ExitCode.ShouldBe(0, listed.StandardError);
        listed.StandardOutput.ShouldContain("acme_agent");
        listed.StandardOutput.TrimEnd().ShouldEndWith(" tools, 1 of them from plugins");
        using var json = JsonDocument.Parse((await product.RunAsync("clients", "--json")).StandardOutput);
        json.RootElement.EnumerateArray().Last().GetProperty("id").GetString().ShouldBe("acme_agent");
    }

    [Fact]
    public async Task DisableAndEnable_WhileItRuns_LetGoOfThePluginAndTakeItUp()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, TestPlugins.Finder, TestPlugins.Secrets);
        using var client = new HttpClient { Timeout = Limits.Default };

        var disabled = await product.RunWithPluginsAsync("plugins", "disable", "test.finder");
        disabled.ExitCode.ShouldBe(0, disabled.StandardError);
        disabled.StandardOutput.ReplaceLineEndings("\n").ShouldStartWith("test.finder is disabled\nplugin test.finder 0.1.0 removed");
        (await PostAsync(client, product, "a needle")).ShouldBe(HttpStatusCode.OK);
        (await client.GetStringAsync(product.Url + "/health")).ShouldContain("\"degraded\":false");
        (await product.RunAsync("plugins", "show", "test.finder")).StandardOutput.ShouldContain("disabled: switched off with 'lumen-argus plugins disable test.finder'");

        // It stays off over a restart, and for commands that load plugins themselves.
        await product.RestartAsync();
        (await PostAsync(client, product, "a needle")).ShouldBe(HttpStatusCode.OK);
        (await product.RunWithPluginsAsync("plugins", "list", "--json")).StandardOutput.ShouldContain("\"state\":\"disabled\"");

        (await product.RunWithPluginsAsync("plugins", "enable", "test.finder")).ExitCode.ShouldBe(0);
        (await PostAsync(client, product, "a needle")).ShouldBe(HttpStatusCode.BadRequest);
        (await product.RunWithPluginsAsync("plugins", "disable", "test.nobody")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task InstallAndRemove_WhileItRuns_AreTakenUp()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, TestPlugins.Secrets);
        using var client = new HttpClient { Timeout = Limits.Default };

        var installed = await product.RunAsync("plugins", "install", TestPlugins.Finder.Output);
        installed.ExitCode.ShouldBe(0, installed.StandardError);
        installed.StandardOutput.ShouldContain("plugin test.finder 0.1.0 added");
        (await PostAsync(client, product, "a needle")).ShouldBe(HttpStatusCode.BadRequest);

        var reload = await product.RunAsync("plugins", "reload", "test.finder");
        (reload.ExitCode, reload.StandardOutput).ShouldBe((0, "plugin test.finder 0.1.0 loaded anew"), reload.StandardError);
        (await product.RunAsync("plugins", "reload", "test.nobody")).ExitCode.ShouldBe(1);

        (await product.RunAsync("plugins", "remove", "test.finder")).StandardOutput.ShouldContain("plugin test.finder 0.1.0 removed");
        (await PostAsync(client, product, "a needle")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Verify_GoodAndBadOnes_TellsWithoutRunningThem()
    {
        using var home = new TemporaryFolder();
        using var extensions = new ExtensionsFolder();
        extensions.With(TestPlugins.Secrets, TestPlugins.Pinning);
        extensions.AddWithContract(TestPlugins.Finder);

        var all = await RunAsync(home, "plugins", "verify", "--no-bundled-extensions", "--extensions", extensions.Path);
        all.ExitCode.ShouldBe(1);
        all.StandardOutput.ShouldContain("ok       lumenargus.secrets");
        all.StandardOutput.ShouldContain("may stay in memory when it is replaced: ");
        all.StandardOutput.ShouldContain("refused  test.finder");

        var one = await RunAsync(home, "plugins", "verify", "--json", "lumenargus.secrets", "--no-bundled-extensions", "--extensions", extensions.Path);
        one.ExitCode.ShouldBe(0);
        JsonDocument.Parse(one.StandardOutput).RootElement.GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task WatchExtensions_PluginChanged_IsReplacedWithoutBeingAsked()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await ProductProcess.StartAsync(Options(provider, TestPlugins.Finder) with { ExtraArguments = ["--watch-extensions"] });

        Edit(product, static manifest => manifest["version"] = "2.0.0");

        await product.WaitForLineAsync(static line => line.Contains("plugin test.finder 0.1.0 -> 2.0.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_AfterCalls_HaveTheFiguresOfEachPlugin()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: static extensions => extensions.Add(TestPlugins.Finder));
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("a needle"));

        var metrics = await host.Client.GetStringAsync("/metrics");

        metrics.ShouldContain("lumen_argus_plugin_calls_total{plugin=\"test.finder\",result=\"failed\"} 0\n");
        metrics.ShouldContain("lumen_argus_plugin_call_seconds{plugin=\"test.finder\",quantile=\"0.99\"} ");
        metrics.ShouldContain("lumen_argus_plugin_info{plugin=\"test.finder\",version=\"0.1.0\"} 1\n");
        metrics.ShouldContain("lumen_argus_plugins_stuck 0\n");
        metrics.ShouldNotContain("lumen_argus_plugin_calls_total{plugin=\"test.finder\",result=\"ok\"} 0\n");
    }

    private static async Task<JsonElement> ListOneAsync(ProductProcess product)
    {
        var list = await product.RunAsync("plugins", "list", "--json");
        list.ExitCode.ShouldBe(0, list.StandardError);
        var row = list.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Single(static line => !line.Contains("\"unloaded\"", StringComparison.Ordinal));
        return JsonDocument.Parse(row).RootElement;
    }

    // As an installer does: laid out beside it, then renamed.
    private static void Edit(ProductProcess product, Action<JsonObject> edit)
    {
        var folder = Path.Combine(product.ExtensionsFolder, TestPlugins.Finder.Id);
        var staged = Path.Combine(product.ExtensionsFolder, ".staged");
        FolderCopy.Copy(folder, staged);
        var file = Path.Combine(staged, "plugin.json");
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        edit(manifest);
        File.WriteAllText(file, manifest.ToJsonString());
        Directory.Delete(folder, recursive: true);
        Directory.Move(staged, folder);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, ProductProcess product, string text)
    {
        using var content = new StringContent(Bodies.Anthropic(text), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(product.Url + "/v1/messages", content);
        return response.StatusCode;
    }

    private static Task<ChildProcessResult> RunAsync(TemporaryFolder home, params string[] arguments) => ChildProcess.RunAsync(
        new ChildProcessStart(BuiltProduct.Executable, arguments) { WorkingDirectory = home.Path, Environment = BuiltProduct.Environment(home.Folder("user"), home.Path) },
        Limits.Default);

    private static ProductOptions Options(StandInProvider provider, params TestPlugin[] plugins) => new()
    {
        Executable = BuiltProduct.Executable,
        PluginFolders = [.. plugins.Select(static plugin => plugin.Output)],
        UpstreamUrl = provider.Url,
        Action = "block",
    };

    private static Task<ProductProcess> StartAsync(StandInProvider provider, params TestPlugin[] plugins) => ProductProcess.StartAsync(Options(provider, plugins));
}

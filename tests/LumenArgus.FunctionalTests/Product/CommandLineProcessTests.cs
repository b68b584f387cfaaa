using System.Net;
using System.Net.Sockets;
using System.Text;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>The executable as its users start it.</summary>
public sealed class CommandLineProcessTests
{
    [Fact]
    public async Task Serve_PortInUse_ExitsWith1AndNamesTheFlag()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var home = new TemporaryFolder();
        var result = await RunAsync(home, ["serve", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}"]);
        result.ExitCode.ShouldBe(1);
        result.StandardError.ShouldContain("--port");
        result.StandardError.ShouldContain("in use");
        result.StandardError.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Serve_AddressOfAnotherMachine_ExitsWith1AndNamesTheFlag()
    {
        using var home = new TemporaryFolder();
        var result = await RunAsync(home, ["serve", "--host", "203.0.113.7", "--port", "0"]);
        result.ExitCode.ShouldBe(1);
        result.StandardError.ShouldContain("--host");
        result.StandardError.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Serve_MistakesInTheConfiguration_ExitsWith1AndListsAllWithLines()
    {
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(home.File("config.yaml"), "default_action: blok\nproxy:\n  port: 99999\n");
        var result = await RunAsync(home, ["serve", "--port", "0"]);
        result.ExitCode.ShouldBe(1);
        result.StandardError.ShouldContain("config.yaml:1 default_action");
        result.StandardError.ShouldContain("config.yaml:3 proxy.port must be 1..65535 (was 99999)");
    }

    [Fact]
    public async Task Serve_DamagedDatabase_SaysWhyOnceAndCostsNoPlugin()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [TestPlugins.Secrets.Output, TestPlugins.RuleAnalysis.Output],
            UpstreamUrl = provider.Url,
        });
        await product.StopAsync();
        await File.WriteAllTextAsync(Path.Combine(product.Home, "analytics.db"), new string('x', 8192));

        await product.RestartAsync();
        await product.StopAsync();

        product.StandardError.Split("move the file away").Length.ShouldBe(2, product.StandardError);
        product.StandardError.ShouldContain("The table of rules cannot be used, what was read of it before stays in use: the database cannot be used now");
        product.StandardError.ShouldNotContain("Exception");
        product.StandardOutput.Split('\n').ShouldContain(static line => line.Contains("lumenargus.ruleanalysis") && line.Contains(" active"));
    }

    [Fact]
    public async Task Serve_LogFileThatCannotBeWritten_ShowsInHealth()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await ProductProcess.StartAsync(new ProductOptions { Executable = BuiltProduct.Executable, PluginFolders = [TestPlugins.Secrets.Output], UpstreamUrl = provider.Url });
        await product.StopAsync();
        var logs = Path.Combine(product.Home, "logs");
        Directory.Delete(logs, recursive: true);
        await File.WriteAllTextAsync(logs, "");

        await product.RestartAsync();

        using var client = new HttpClient();
        using var limit = Limits.Token();
        var health = "";
        while (!health.Contains("the log file ", StringComparison.Ordinal))
        {
            health = await client.GetStringAsync(product.Url + "/health", limit.Token);
        }

        health.ShouldContain("\"degraded\":true");
        health.ShouldContain($"cannot be written: {logs} is a file, and a folder is needed there.");
    }

    [Fact]
    public async Task Serve_NoHome_ExitsWith1AndSaysWhatToSet()
    {
        using var home = new TemporaryFolder();
        var result = await RunAsync(home, ["serve", "--port", "0"], static environment =>
        {
            environment["HOME"] = "";
            environment["LUMEN_ARGUS_HOME"] = "";
        });
        result.ExitCode.ShouldBe(1);
        result.StandardError.ShouldContain("LUMEN_ARGUS_HOME");
    }

    [Fact]
    public async Task PluginsList_GoodAndBrokenPlugins_ShowsStateAndReason()
    {
        using var home = new TemporaryFolder();
        using var extensions = new ExtensionsFolder();
        extensions.With(TestPlugins.Secrets);
        extensions.AddBuiltAgainst(TestPlugins.Pii, new Version(9, 0), api: null);
        var result = await RunAsync(home, ["plugins", "list", "--no-bundled-extensions", "--extensions", extensions.Path]);
        result.ExitCode.ShouldBe(0);
        var lines = result.StandardOutput.Split('\n');
        lines.ShouldContain(static line => line.Contains("lumenargus.secrets") && line.Contains("active") && line.Contains("rules"));
        lines.ShouldContain(static line => line.Contains("lumenargus.pii") && line.Contains("rejected"));
    }

    [Fact]
    public async Task PluginCommand_DeclaredInAManifest_IsInTheHelpAndRuns()
    {
        using var home = new TemporaryFolder();
        using var extensions = new ExtensionsFolder();
        extensions.With(TestPlugins.Services, TestPlugins.Throwing);

        (await RunPluginAsync("--help")).StandardOutput.ShouldMatch("remember <word> <more>.*Keep 'words', and tell them. \\(plugin test.services\\)");
        (await RunPluginAsync("remember", "--help")).StandardOutput.ShouldContain("how often");
        (await RunPluginAsync("remember", "one")).StandardOutput.Trim().ShouldBe("one x1");
        (await RunPluginAsync("remember", "--times", "3", "two", "three", "--loud")).StandardOutput.Trim().ShouldBe("ONE X1, TWO X3, THREE X3");
        (await RunPluginAsync("remember", "seven")).ExitCode.ShouldBe(7);

        var nothing = await RunPluginAsync("remember");
        nothing.ExitCode.ShouldBe(2);
        nothing.StandardError.ShouldContain("Required argument missing for command: 'remember'");
        (await RunPluginAsync("remenber", "one")).StandardError.ShouldContain("did you mean 'remember'");
        var failed = await RunPluginAsync("fail");
        failed.ExitCode.ShouldBe(1);
        failed.StandardError.ShouldContain("the command 'fail' of the plugin test.services failed: ");
        failed.StandardError.ShouldContain("InvalidOperationException");

        await File.WriteAllTextAsync(home.File("config.yaml"), "plugins:\n  test.services:\n    enabled: false\n");
        var off = await RunPluginAsync("remember", "one");
        off.ExitCode.ShouldBe(1);
        off.StandardError.ShouldContain("needs the plugin test.services, which is not loaded");

        Task<ChildProcessResult> RunPluginAsync(params string[] arguments) => RunAsync(home, arguments, environment => environment["LUMEN_ARGUS_EXTENSIONS"] = extensions.Path);
    }

    [Fact]
    public async Task Scan_FileWithAKey_ExitsWithTheCodeOfItsAction()
    {
        using var home = new TemporaryFolder();
        using var extensions = new ExtensionsFolder();
        extensions.With(TestPlugins.Secrets);
        await File.WriteAllTextAsync(home.File("a.txt"), "key " + Bodies.AwsKey);
        string[] plugins = ["--no-bundled-extensions", "--extensions", extensions.Path];

        var result = await RunAsync(home, ["scan", "a.txt", "--format", "json", "--action", "block", .. plugins]);
        result.ExitCode.ShouldBe(1);
        result.StandardOutput.ShouldContain("\"type\":\"aws_access_key\"");

        // Standard input of the process is empty.
        (await RunAsync(home, ["scan", "-f", "json", .. plugins])).StandardOutput.Trim().ShouldBe("""{"status":"clean","findings":[]}""");
        (await RunAsync(home, ["scan", "--format", "xml"])).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Serve_FirstSignal_LetsAnOpenStreamFinishAndExitsWith0()
    {
        using var gate = new ChunkGate();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Events(AnthropicAnswers.Events, gate);
        await using var product = await StartAsync(provider);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, product.Url + "/v1/messages")
        {
            Content = new StringContent(Bodies.Anthropic("hello", stream: true), Encoding.UTF8, "application/json"),
        };
        gate.Release();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        var stopped = product.StopAsync();
        gate.Release(AnthropicAnswers.Events.Count);
        (await response.Content.ReadAsStringAsync()).ShouldBe(string.Concat(AnthropicAnswers.Events));

        var result = await stopped;
        result.ExitCode.ShouldBe(0);
        result.StandardOutput.ShouldContain("shutdown — 1 requests");
    }

    [Fact]
    public async Task Serve_SecondSignal_ExitsAtOnce()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.StallAfter([Encoding.UTF8.GetBytes(AnthropicAnswers.Events[0])]);
        await using var product = await StartAsync(provider);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, product.Url + "/v1/messages")
        {
            Content = new StringContent(Bodies.Anthropic("hello", stream: true), Encoding.UTF8, "application/json"),
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        var first = product.StopAsync();
        await product.WaitForLineAsync(static line => line.Contains("stopping", StringComparison.Ordinal));
        first.IsCompleted.ShouldBeFalse();
        var second = await product.StopAsync();

        second.ExitCode.ShouldBe(143);
    }

    [Fact]
    public async Task Serve_KilledAfterABlock_HasTheAuditLine()
    {
        for (var run = 0; run < Soak.Times(1, 100); run++)
        {
            await KillAfterBlocksAsync();
        }
    }

    private static async Task KillAfterBlocksAsync()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, "block");
        using var client = new HttpClient();
        for (var i = 1; i <= 20; i++)
        {
            using var content = new StringContent(Bodies.Anthropic(Bodies.AwsKey), Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(product.Url + "/v1/messages", content);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using (var process = System.Diagnostics.Process.GetProcessById(product.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        var lines = Directory.EnumerateFiles(Path.Combine(product.Home, "audit")).SelectMany(File.ReadAllLines).ToList();
        lines.Count.ShouldBe(20);
        lines.ShouldAllBe(static line => line.StartsWith('{') && line.EndsWith('}') && line.Contains("\"action\":\"block\""));
    }

    private static Task<ProductProcess> StartAsync(StandInProvider provider, string? action = null) => ProductProcess.StartAsync(new ProductOptions
    {
        Executable = BuiltProduct.Executable,
        PluginFolders = [TestPlugins.Secrets.Output],
        UpstreamUrl = provider.Url,
        Action = action,
    });

    private static async Task<ChildProcessResult> RunAsync(TemporaryFolder home, string[] arguments, Action<Dictionary<string, string>>? change = null)
    {
        var environment = BuiltProduct.Environment(home.Path, home.Path);
        change?.Invoke(environment);
        await using var process = ChildProcess.Start(new ChildProcessStart(BuiltProduct.Executable, [.. arguments]) { WorkingDirectory = home.Path, Environment = environment });
        return await process.WaitForExitAsync(Limits.Default);
    }
}

using System.IO.Compression;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>Keys, signatures and accepted contents with the executable, in a home of its own.</summary>
public sealed class PluginTrustCommandTests
{
    [Fact]
    public async Task Signed_KeySignVerifyInstall_LetsInWhatIsSignedAndNothingElse()
    {
        using var home = new TemporaryFolder();
        using var work = new TemporaryFolder();
        using var folder = new ExtensionsFolder();
        var plugin = folder.Add(TestPlugins.Finder);

        var made = await RunAsync(home, "plugins", "keygen", work.File("key"));
        made.ExitCode.ShouldBe(0, made.StandardError);
        var key = made.StandardOutput.Trim();
        await File.WriteAllTextAsync(home.File("config.yaml"), $"plugins:\n  trust: signed\n  trusted_keys: [{key}]\n");
        (await RunAsync(home, "plugins", "keygen", work.File("key"))).ExitCode.ShouldBe(1);

        var unsigned = await RunAsync(home, "plugins", "install", plugin);
        unsigned.ExitCode.ShouldBe(1);
        unsigned.StandardError.ShouldContain("is not signed");
        Directory.Exists(Path.Combine(home.File("extensions"), "test.finder")).ShouldBeFalse();

        var signed = await RunAsync(home, "plugins", "sign", plugin, "--key", work.File("key"));
        signed.ExitCode.ShouldBe(0, signed.StandardError);
        signed.StandardOutput.ShouldStartWith("signed test.finder 0.1.0, ");
        ZipFile.CreateFromDirectory(plugin, work.File("finder.zip"));
        var verified = await RunAsync(home, "plugins", "verify", work.File("finder.zip"));
        verified.ExitCode.ShouldBe(0, verified.StandardOutput + verified.StandardError);
        verified.StandardOutput.ShouldContain("trust signed with ");
        (await RunAsync(home, "plugins", "install", work.File("finder.zip"))).ExitCode.ShouldBe(0);
        (await ListAsync(home)).ShouldContain("\"id\":\"test.finder\",\"version\":\"0.1.0\",\"state\":\"active\"");

        await File.AppendAllTextAsync(Path.Combine(home.File("extensions"), "test.finder", "plugin.json"), " ");
        (await ListAsync(home)).ShouldContain("plugin.json was changed since it was signed");
        (await RunAsync(home, "plugins", "verify", "test.finder")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Verify_WhereEverythingIsLoaded_SaysWhoseSignatureAZipCarries()
    {
        using var home = new TemporaryFolder();
        using var work = new TemporaryFolder();
        var key = await RunAsync(home, "plugins", "keygen", work.File("acme.key"));
        var plugin = work.File("test.finder");
        FolderCopy.Copy(TestPlugins.Finder.Output, plugin);
        (await SignatureAsync(plugin)).ShouldBe("is not signed");
        (await RunAsync(home, "plugins", "sign", plugin, "--key", work.File("acme.key"))).ExitCode.ShouldBe(0);
        ZipFile.CreateFromDirectory(plugin, work.File("finder.zip"));
        (await SignatureAsync(work.File("finder.zip"))).ShouldMatch("^is signed with the key [0-9a-z]+, which is not among plugins.trusted_keys$");

        await File.WriteAllTextAsync(home.File("config.yaml"), $"plugins:\n  trust: open\n  trusted_keys: ['{key.StandardOutput.Split('\n')[0].Trim()}']\n");
        (await SignatureAsync(work.File("finder.zip"))).ShouldMatch("^of the key [0-9a-z]+, which is among plugins.trusted_keys$");
        await File.AppendAllTextAsync(Path.Combine(plugin, "plugin.json"), " ");
        (await SignatureAsync(plugin)).ShouldBe("plugin.json was changed since it was signed");
        (await SignatureAsync("lumenargus.secrets")).ShouldBe("none needed: it came with the product");

        async Task<string> SignatureAsync(string what)
        {
            var verified = await RunAsync(home, "plugins", "verify", what, "--json");
            verified.ExitCode.ShouldBe(0, verified.StandardOutput + verified.StandardError);
            using var json = System.Text.Json.JsonDocument.Parse(verified.StandardOutput);
            json.RootElement.GetProperty("trust").GetString().ShouldBe("open");
            return json.RootElement.GetProperty("signature").GetString().ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task List_PluginWhoseSettingIsWrong_NamesFileAndLine()
    {
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(home.File("config.yaml"), "plugins:\n  lumenargus.headerauth:\n    viewer_groups: ['*']\n    trusted_proxies:\n      - 10.0.0.7\n      - localhost\n");

        (await RunAsync(home, "plugins", "list", "--json")).StandardOutput.ShouldContain("neither an address nor a network such as 10.1.0.0/16 (config.yaml:5 plugins.lumenargus.headerauth.trusted_proxies");
    }

    [Fact]
    public async Task Pinned_ChangedContent_IsRefusedUntilItIsAccepted()
    {
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(home.File("config.yaml"), "plugins:\n  trust: pinned\n");
        (await RunAsync(home, "plugins", "install", TestPlugins.Finder.Output)).ExitCode.ShouldBe(0);
        (await ListAsync(home)).ShouldContain("\"state\":\"active\"");

        await File.AppendAllTextAsync(Path.Combine(home.File("extensions"), "test.finder", "plugin.json"), " ");
        (await ListAsync(home)).ShouldContain("'lumen-argus plugins trust test.finder' accepts it");
        var accepted = await RunAsync(home, "plugins", "trust", "test.finder");
        accepted.ExitCode.ShouldBe(0, accepted.StandardError);
        accepted.StandardOutput.ShouldStartWith("accepted test.finder 0.1.0, content ");
        (await ListAsync(home)).ShouldContain("\"trust\":\"pinned\"");

        (await RunAsync(home, "plugins", "remove", "test.finder")).ExitCode.ShouldBe(0);
        (await File.ReadAllTextAsync(home.File("plugins.lock.json"))).ShouldNotContain("test.finder");
    }

    [Fact]
    public async Task Signed_PluginsOfTheProduct_AreLetInByTheListOfTheBuild()
    {
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(home.File("config.yaml"), "plugins:\n  trust: signed\n");
        var verified = await RunAsync(home, "plugins", "verify", "lumenargus.secrets");
        verified.ExitCode.ShouldBe(0, verified.StandardOutput + verified.StandardError);
        verified.StandardOutput.ShouldContain("trust came with the product");
    }

    [Fact]
    public async Task Show_IsolatedPlugin_SaysWhereItRuns()
    {
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(home.File("config.yaml"), "plugins:\n  test.finder: {isolation: process, process_memory_mb: 200}\n");
        (await RunAsync(home, "plugins", "install", TestPlugins.Finder.Output)).ExitCode.ShouldBe(0);
        var shown = await RunAsync(home, "plugins", "show", "test.finder", "--no-bundled-extensions");
        shown.ExitCode.ShouldBe(0, shown.StandardError);
        shown.StandardOutput.ShouldContain("isolation   process");
        shown.StandardOutput.ShouldContain("started again 0 times");
        shown.StandardOutput.ShouldContain(" MB of 200 MB");
    }

    private static async Task<string> ListAsync(TemporaryFolder home) =>
        (await RunAsync(home, "plugins", "list", "--json", "--no-bundled-extensions")).StandardOutput;

    private static Task<ChildProcessResult> RunAsync(TemporaryFolder home, params string[] arguments) => ChildProcess.RunAsync(
        new ChildProcessStart(BuiltProduct.Executable, arguments) { WorkingDirectory = home.Path, Environment = BuiltProduct.Environment(home.Folder("user"), home.Path) },
        Limits.Default);
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Startup;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Host;

public sealed class StartConfigurationTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Load_FirstRun_CreatesTheFileAndIsSilent()
    {
        var start = Load(new ServeOptions { Action = PolicyAction.Block }).ShouldNotBeNull();

        File.Exists(_temp.File("config.yaml")).ShouldBeTrue();
        start.File.ShouldBe(_temp.File("config.yaml"));
        start.Config.DefaultAction.ShouldBe(PolicyAction.Block);
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Load_Mistakes_AreListedAndStop()
    {
        var path = _temp.Write("config.yaml", "proxy:\n  port: 0\n  retries: 9\n");

        Load(new ServeOptions()).ShouldBeNull();

        _error.ToString().ShouldBe(
            $"lumen-argus: {path} has 2 mistake(s):\n  config.yaml:2 proxy.port must be 1..65535 (was 0)\n  config.yaml:3 proxy.retries must be 0..5 (was 9)\n");
    }

    [Theory]
    [InlineData("127.0.0.1", "http://localhost:8123/v1")]
    [InlineData("127.0.0.1", "http://127.0.0.1:8123")]
    [InlineData("127.0.0.1", "http://0.0.0.0:8123")]
    [InlineData("::1", "http://localhost:8123")]
    [InlineData("0.0.0.0", "http://127.0.0.1:8123")]
    [InlineData("10.1.2.3", "http://10.1.2.3:8123")]
    public void Load_UpstreamThatIsTheProxyItself_IsAMistake(string host, string upstream)
    {
        var path = _temp.Write("config.yaml", $"proxy:\n  upstream:\n    anthropic: {upstream}\n");

        Load(new ServeOptions { Port = 8123, Host = host }).ShouldBeNull();

        _error.ToString().ShouldEndWith($"lumen-argus: {path} has 1 mistake(s):\n  config.yaml:3 proxy.upstream.anthropic is the address of the proxy itself, port 8123: name the provider's, or the gateway behind it\n");
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:8124")]
    [InlineData("127.0.0.1", "http://127.0.0.2:8123")]
    [InlineData("127.0.0.1", "http://llm.corp.example:8123")]
    [InlineData("10.1.2.3", "http://127.0.0.1:8123")]
    public void Load_UpstreamBesideTheProxy_IsNone(string host, string upstream)
    {
        _temp.Write("config.yaml", $"proxy:\n  upstream:\n    anthropic: {upstream}\n");

        Load(new ServeOptions { Port = 8123, Host = host }).ShouldNotBeNull();
    }

    [Fact]
    public void Load_NamedFileIsMissing_IsAMistakeAndCreatesNothing()
    {
        Load(new ServeOptions { ConfigPath = _temp.File("mine.yaml") }).ShouldBeNull();

        _error.ToString().ShouldContain("mine.yaml cannot be read");
        Directory.GetFiles(_temp.Root).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Load_FolderInThePlaceOfTheFile_IsAMistakeThatNamesIt(bool createDefault)
    {
        Directory.CreateDirectory(_temp.File("config.yaml"));

        StartConfiguration.Load(null, createDefault, Environment, _error).ShouldBeNull();

        _error.ToString().ShouldContain("config.yaml cannot be read: it is a folder");
    }

    [Fact]
    public void Load_NoHome_IsAClearError()
    {
        StartConfiguration.Load(new ServeOptions(), _ => null, _error).ShouldBeNull();

        _error.ToString().ShouldContain("LUMEN_ARGUS_HOME");
    }

    [Fact]
    public void Load_CommandThatOnlyLooks_CreatesNothing()
    {
        StartConfiguration.Load(null, createDefault: false, Environment, _error).ShouldNotBeNull().File.ShouldBeNull();

        Directory.GetFiles(_temp.Root).ShouldBeEmpty();
    }

    [Fact]
    public void Load_UnsupportedFlags_AreTold()
    {
        Load(new ServeOptions { UnsupportedFlags = ["--no-standalone"] }).ShouldNotBeNull();

        _error.ToString().ShouldContain("--no-standalone is not supported by this version yet");
    }

    private StartConfiguration? Load(ServeOptions options) => StartConfiguration.Load(options, Environment, _error);

    private string? Environment(string name) => name == "LUMEN_ARGUS_HOME" ? _temp.Root : null;
}

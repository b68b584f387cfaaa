using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Tests.Configuration;

public sealed class DefaultConfigFileTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Text_ReadBack_IsTheDefaultsWithoutProblems()
    {
        DefaultConfigFile.TryCreate(_fixture.Home, out var error).ShouldBeTrue();
        error.ShouldBeNull();

        var result = ConfigReader.Read(_fixture.Home.ConfigFile, _fixture.Home);

        result.Errors.ShouldBeEmpty();
        result.Warnings.ShouldBeEmpty();
        var config = result.Config.ShouldNotBeNull();
        config.Detectors.Values.ShouldAllBe(detector => detector == DetectorConfig.Default);
        var defaults = LumenArgusConfig.Defaults(_fixture.Home);
        (config with { Detectors = defaults.Detectors }).ShouldBeEquivalentTo(defaults);
    }

    [Fact]
    public void Text_EveryCommentedExample_IsAKnownKey()
    {
        var uncommented = string.Join('\n', DefaultConfigFile.Text.Split('\n')
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"^(\s+)# ", "$1"))
            .Select(line => line.Replace("~/certs/company.pem", _fixture.Temp.Write("company.pem", ConfigFixture.Certificate), StringComparison.Ordinal)));

        var result = _fixture.Read(uncommented);

        result.Errors.ShouldBeEmpty();
        result.Warnings.ShouldBeEmpty();
        result.Config!.Detector("secrets").Action.ShouldBe(PolicyAction.Block);
        result.Config.Proxy.Upstreams.ShouldContainKey("anthropic");
        result.Config.Plugin("acme.example").Enabled.ShouldBeFalse();
    }

    [Fact]
    public void TryCreate_FileExists_LeavesItAlone()
    {
        Directory.CreateDirectory(_fixture.Home.Root);
        File.WriteAllText(_fixture.Home.ConfigFile, "mine");

        DefaultConfigFile.TryCreate(_fixture.Home, out var error).ShouldBeFalse();

        error.ShouldBeNull();
        File.ReadAllText(_fixture.Home.ConfigFile).ShouldBe("mine");
    }

    [Fact]
    public void TryCreate_NewHome_IsPrivate()
    {
        DefaultConfigFile.TryCreate(_fixture.Home, out _);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_fixture.Home.Root).ShouldBe((UnixFileMode)0b111_000_000);
            File.GetUnixFileMode(_fixture.Home.ConfigFile).ShouldBe((UnixFileMode)0b110_000_000);
        }
    }

    [Fact]
    public void TryCreate_HomeCannotBeMade_SaysWhy()
    {
        _fixture.Temp.Write(".lumen-argus", "a file");

        DefaultConfigFile.TryCreate(_fixture.Home, out var error).ShouldBeFalse();

        error.ShouldNotBeNull().ShouldContain("config.yaml cannot be created");
    }
}

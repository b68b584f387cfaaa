using System.IO.Compression;
using LumenArgus.Host.PluginCommands;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Trust;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;

namespace LumenArgus.Tests.Host;

public sealed class PluginInstallerTests : IDisposable
{
    private readonly TemporaryFolder _target = new();
    private readonly ExtensionsFolder _source = new();

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    [Fact]
    public void Install_FolderOfAnyName_IsNamedAfterThePlugin()
    {
        var (installed, problem) = PluginInstaller.Install(TestPlugins.Finder.Output, _target.Path, TrustGate.Open);

        problem.ShouldBeNull();
        installed.ShouldNotBeNull().Candidate.Folder.ShouldBe(Path.Combine(_target.Path, TestPlugins.Finder.Id));
        PluginVerification.Of(LumenArgus.PluginRuntime.Discovery.PluginCatalog.Inspect(installed.Candidate.Folder), TrustGate.Open).Problem.ShouldBeNull();
        Directory.GetFileSystemEntries(_target.Path).ShouldBe([installed.Candidate.Folder]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Install_Zip_ReplacesTheVersionThatIsThere(bool isInAFolder)
    {
        PluginInstaller.Install(TestPlugins.Finder.Output, _target.Path, TrustGate.Open).Problem.ShouldBeNull();
        var folder = _source.Add(TestPlugins.Finder, static manifest => manifest["version"] = "2.0.0");
        var zip = Path.Combine(_source.Path, "plugin.zip");
        ZipFile.CreateFromDirectory(folder, zip, CompressionLevel.Fastest, isInAFolder);

        var (installed, problem) = PluginInstaller.Install(zip, _target.Path, TrustGate.Open);

        problem.ShouldBeNull();
        installed.ShouldNotBeNull().Candidate.Manifest!.Version.ShouldBe("2.0.0");
        Directory.GetFileSystemEntries(_target.Path).ShouldBe([installed.Candidate.Folder]);
    }

    [Fact]
    public void Install_OneThatWouldBeRefused_ChangesNothing()
    {
        PluginInstaller.Install(TestPlugins.Finder.Output, _target.Path, TrustGate.Open).Problem.ShouldBeNull();
        var newer = _source.AddBuiltAgainst(TestPlugins.Finder, new Version(9, 0), api: "9.0");
        var before = File.ReadAllText(Path.Combine(_target.Path, TestPlugins.Finder.Id, "plugin.json"));

        var (installed, problem) = PluginInstaller.Install(newer, _target.Path, TrustGate.Open);

        installed.ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("9.0");
        File.ReadAllText(Path.Combine(_target.Path, TestPlugins.Finder.Id, "plugin.json")).ShouldBe(before);
        Directory.GetFileSystemEntries(_target.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void Install_ZipWithAPathOutside_IsRefused()
    {
        var zip = Path.Combine(_source.Path, "plugin.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(archive.CreateEntry("../../outside.txt").Open());
            writer.Write("x");
        }

        PluginInstaller.Install(zip, _target.Path, TrustGate.Open).Problem.ShouldNotBeNull();

        Directory.GetFileSystemEntries(_target.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nothing-there")]
    [InlineData("..")]
    [InlineData("")]
    public void Remove_NoSuchPlugin_SaysSo(string id) => PluginInstaller.Remove(id, _target.Path).ShouldNotBeNull();

    [Fact]
    public void Remove_Plugin_LeavesNothing()
    {
        PluginInstaller.Install(TestPlugins.Finder.Output, _target.Path, TrustGate.Open).Problem.ShouldBeNull();

        PluginInstaller.Remove(TestPlugins.Finder.Id, _target.Path).ShouldBeNull();

        Directory.GetFileSystemEntries(_target.Path).ShouldBeEmpty();
    }
}

using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.Tests.PluginRuntime.Discovery;

public sealed class PluginCatalogTests : IDisposable
{
    private readonly ExtensionsFolder _first = new();
    private readonly ExtensionsFolder _second = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public void Discover_SameIdTwice_FirstFolderWins()
    {
        var winner = _first.Add(TestPlugins.Finder);
        var loser = _second.Add(TestPlugins.Finder);

        var candidates = PluginCatalog.Discover([_first.Path, _second.Path]).Candidates;

        candidates.Single(candidate => candidate.Folder == winner).Rejection.ShouldBeNull();
        var hidden = candidates.Single(candidate => candidate.Folder == loser);
        hidden.IsHidden.ShouldBeTrue();
        hidden.Rejection.ShouldBe($"hidden by {winner}, which is searched first");
    }

    [Fact]
    public void Discover_BrokenFolderFirst_HidesNothing()
    {
        File.WriteAllText(Path.Combine(_first.Add(TestPlugins.Finder), "plugin.json"), "{");
        var good = _second.Add(TestPlugins.Finder);

        PluginCatalog.Discover([_first.Path, _second.Path]).Candidates.Single(candidate => candidate.Folder == good).Rejection.ShouldBeNull();
    }

    [Fact]
    public void Discover_FolderNamedDifferently_IsRejected()
    {
        Directory.Move(_first.Add(TestPlugins.Finder), Path.Combine(_first.Path, "finder-copy"));

        PluginCatalog.Discover([_first.Path]).Candidates.ShouldHaveSingleItem().Rejection.ShouldNotBeNull().ShouldContain("rename the folder");
    }

    [Fact]
    public void Discover_FolderWithoutManifest_IsListed()
    {
        Directory.CreateDirectory(Path.Combine(_first.Path, "half.copied"));

        PluginCatalog.Discover([_first.Path]).Candidates.ShouldHaveSingleItem().Rejection.ShouldNotBeNull().ShouldContain("plugin.json is missing");
    }

    [Fact]
    public void Discover_MissingOrHiddenFolders_AreSkipped()
    {
        Directory.CreateDirectory(Path.Combine(_first.Path, ".git"));

        PluginCatalog.Discover([Path.Combine(_first.Path, "nowhere"), _first.Path]).Candidates.ShouldBeEmpty();
    }

    [Fact]
    public void Discover_ForeignFolder_IsRefusedUnread()
    {
        _first.Add(TestPlugins.Finder);

        var candidate = PluginCatalog.Discover([_first.Path], _ => new FolderOwnership(true, false, "belongs to another user")).Candidates.ShouldHaveSingleItem();

        candidate.Rejection.ShouldBe("belongs to another user");
        candidate.Manifest.ShouldBeNull();
    }

    [Fact]
    public void Discover_FolderWritableByOthers_IsWarnedAbout()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(_first.Add(TestPlugins.Finder), (UnixFileMode)0b111_111_101);

        var candidate = PluginCatalog.Discover([_first.Path]).Candidates.ShouldHaveSingleItem();

        candidate.Rejection.ShouldBeNull();
        candidate.Warnings.ShouldHaveSingleItem().ShouldContain("chmod go-w");
    }

    [Fact]
    public void OwnershipOf_OwnAndSystemFolders_AreNotForeign()
    {
        FolderOwnership.Of(_first.Path).IsForeign.ShouldBeFalse();
        FolderOwnership.Of(Path.GetPathRoot(_first.Path)!).IsForeign.ShouldBeFalse();
    }
}

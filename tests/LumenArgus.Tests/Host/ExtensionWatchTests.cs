using LumenArgus.Host.Reloading;
using LumenArgus.Testing;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.Tests.Host;

public sealed class ExtensionWatchTests : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly ManualTimeProvider _clock = new();
    private readonly ExtensionsFolder _extensions = new();
    private readonly ExtensionWatch _watch;
    private int _reloads;

    public ExtensionWatchTests()
    {
        _extensions.Add(TestPlugins.Finder);
        _watch = new ExtensionWatch([_extensions.Path, "/not-there"], _clock, () =>
        {
            _reloads++;
            return Task.CompletedTask;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        _extensions.Dispose();
    }

    [Fact]
    public void Look_NothingChanged_DoesNotReload()
    {
        Look(5);

        _reloads.ShouldBe(0);
    }

    [Fact]
    public void Look_OneChanged_ReloadsOnceWhenAllIsQuiet()
    {
        _extensions.Replace(TestPlugins.Finder, static manifest => manifest["version"] = "2.0.0");
        Look(1);
        _reloads.ShouldBe(0);
        _extensions.Replace(TestPlugins.Finder, static manifest => manifest["version"] = "2.0.10");
        Look(1);
        _reloads.ShouldBe(0);

        Look(5);

        _reloads.ShouldBe(1);
    }

    [Fact]
    public void Look_OneCameAndOneWent_ReloadsForEach()
    {
        _extensions.Add(TestPlugins.Rules);
        Look(3);
        _reloads.ShouldBe(1);

        _extensions.Remove(TestPlugins.Rules.Id);
        Look(3);

        _reloads.ShouldBe(2);
    }

    [Fact]
    public void Look_FolderWithoutAManifest_IsNoPlugin()
    {
        Directory.CreateDirectory(Path.Combine(_extensions.Path, "half.copied"));

        Look(3);

        _reloads.ShouldBe(0);
    }

    private void Look(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _clock.Advance(Interval);
        }
    }
}

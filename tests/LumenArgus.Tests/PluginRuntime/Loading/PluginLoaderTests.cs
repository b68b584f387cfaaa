using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.Tests.PluginRuntime.Loading;

public sealed class PluginLoaderTests : IAsyncDisposable
{
    private readonly PluginBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task LoadAsync_CleanPlugin_IsActiveWithItsContributions()
    {
        _bench.Extensions.Add(TestPlugins.Finder);

        var handle = await _bench.LoadActiveAsync();

        var detector = handle.Contributions.Detectors.ShouldHaveSingleItem();
        detector.Name.ShouldBe("finder");
        detector.Priority.ShouldBeTrue();
        handle.GetStatus().Hooks.ShouldBe(["detector"]);
    }

    [Fact]
    public async Task LoadAsync_Plugin_RunsFromTheShadowCopy()
    {
        var folder = _bench.Extensions.Add(TestPlugins.Finder);

        var handle = await _bench.LoadActiveAsync();

        var location = handle.Contributions.Detectors[0].Detector.GetType().Assembly.Location;
        location.ShouldStartWith(Path.Combine(_bench.Data, "plugin-shadow", "test.finder"));
        handle.Folder.ShouldBe(folder);
    }

    [Fact]
    public async Task LoadAsync_CommunityPlugins_LoadThroughTheSamePath()
    {
        _bench.Extensions.With(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary, TestPlugins.Injection);

        var set = await _bench.LoadAsync();

        set.All.ShouldAllBe(status => status.State == PluginState.Active, string.Join("; ", set.All.Select(status => status.Reason)));
        set.GetInactiveDetectors().ShouldBeEmpty();
    }

    [Fact]
    public async Task LoadAsync_NewerApiInManifest_IsRejectedByTheFirstGate()
    {
        _bench.Extensions.Add(TestPlugins.Finder, manifest => manifest["api"] = "1.99");

        (await RejectionAsync()).ShouldBe("needs contract 1.99, this host has 1.0: update the host, or build the plugin against 1.0");
    }

    [Theory]
    [InlineData("1.99", "1.0")]
    [InlineData("2.0", "1.0")]
    public async Task LoadAsync_ManifestThatLiesAboutItsContract_IsRejectedByTheSecondGate(string built, string api)
    {
        _bench.Extensions.AddBuiltAgainst(TestPlugins.Finder, new Version(built), api);

        (await RejectionAsync()).ShouldStartWith($"was built against contract {built}, this host has 1.0");
    }

    [Fact]
    public async Task LoadAsync_OwnCopyOfTheContract_IsRejected()
    {
        _bench.Extensions.AddWithContract(TestPlugins.Finder);

        (await RejectionAsync()).ShouldContain("brings its own LumenArgus.Abstractions.dll");
    }

    [Fact]
    public async Task LoadAsync_EntryMissing_IsRejected()
    {
        File.Delete(Path.Combine(_bench.Extensions.Add(TestPlugins.Finder), TestPlugins.Finder.Entry));

        (await RejectionAsync()).ShouldContain("is not in the folder: copy the complete build output");
    }

    [Fact]
    public async Task LoadAsync_EntryCutOff_IsRejected()
    {
        var dll = Path.Combine(_bench.Extensions.Add(TestPlugins.Finder), TestPlugins.Finder.Entry);
        File.WriteAllBytes(dll, File.ReadAllBytes(dll)[..300]);

        (await RejectionAsync()).ShouldContain("copy the build output again");
    }

    [Fact]
    public async Task LoadAsync_WrongEntryType_SuggestsTheRightOne()
    {
        _bench.Extensions.AddWithEntryType(TestPlugins.Finder, "LumenArgus.TestPlugins.Finder.Plugin");

        (await RejectionAsync()).ShouldContain("did you mean LumenArgus.TestPlugins.Finder.FinderPlugin?");
    }

    [Fact]
    public async Task LoadAsync_EntryTypeThatIsNoPlugin_IsRejected()
    {
        _bench.Extensions.AddWithEntryType(TestPlugins.Finder, "LumenArgus.TestPlugins.Finder.WordFinder");

        (await RejectionAsync()).ShouldContain("must be a class that implements ILumenPlugin");
    }

    [Theory]
    [InlineData("Configure", "failed in Configure: System.InvalidOperationException: the list of words is empty")]
    [InlineData("Constructor", "failed in loading: System.NotSupportedException: not on this system")]
    [InlineData("Start", "failed in StartAsync: System.InvalidOperationException: the local service does not answer")]
    public async Task LoadAsync_PluginThatThrows_IsRejectedWithItsMessage(string where, string reason)
    {
        _bench.Extensions.AddWithEntryType(TestPlugins.Throwing, $"LumenArgus.TestPlugins.Throwing.ThrowsIn{where}Plugin");

        (await RejectionAsync()).ShouldBe(reason);
    }

    [Fact]
    public async Task LoadAsync_ConfigureThatDoesNotReturn_IsLeftBehind()
    {
        await using var bench = new PluginBench { ConfigureBudget = TimeSpan.FromMilliseconds(500) };
        bench.Extensions.Add(TestPlugins.Spinning);
        bench.Settings["spin:configure"] = "true";

        (await bench.LoadSingleAsync()).Reason.ShouldBe("Configure did not return within 0.5 s");
    }

    [Fact]
    public async Task LoadAsync_UndeclaredCapability_NamesTheOneToAdd()
    {
        _bench.Extensions.Add(TestPlugins.Finder, manifest => manifest["capabilities"] = new System.Text.Json.Nodes.JsonArray("rules"));

        (await RejectionAsync()).ShouldContain("calls AddDetector without the capability 'detect': add it to PluginCapabilities");
    }

    [Fact]
    public async Task LoadAsync_UndeclaredDetector_NamesTheOneToAdd()
    {
        _bench.Extensions.Add(TestPlugins.Finder, manifest => manifest["detectors"] = new System.Text.Json.Nodes.JsonArray());

        (await RejectionAsync()).ShouldContain("has a detector 'finder' that its manifest does not name");
    }

    [Fact]
    public async Task LoadAsync_PrivateDependencyInAnotherVersion_IsLoadedFromThePluginsFolder()
    {
        _bench.Extensions.Add(TestPlugins.PrivateDependency);

        var handle = await _bench.LoadActiveAsync();

        var type = handle.Contributions.Detectors[0].Detector.GetType();
        var context = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(type.Assembly).ShouldNotBeNull();
        var own = context.Assemblies.Single(static assembly => assembly.GetName().Name == "YamlDotNet");
        own.Location.ShouldStartWith(_bench.Data);
        own.GetName().Version!.Major.ShouldNotBe(typeof(YamlDotNet.RepresentationModel.YamlStream).Assembly.GetName().Version!.Major);
    }

    [Fact]
    public async Task LoadAsync_PrivateDependencyMissing_TellsTheAuthorWhatToDo()
    {
        // The host has this library too: it must not leak in.
        var folder = _bench.Extensions.Add(TestPlugins.PrivateDependency);
        File.Delete(Path.Combine(folder, "YamlDotNet.dll"));

        var reason = await RejectionAsync();

        reason.ShouldContain("needs YamlDotNet");
        reason.ShouldContain("add it to the plugin's output");
        reason.ShouldNotContain("cannot find the file");
    }

    [Fact]
    public async Task LoadAsync_OneBrokenPlugin_LeavesTheOthers()
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        _bench.Extensions.AddWithContract(TestPlugins.Spinning);

        var set = await _bench.LoadAsync();

        set.Active.ShouldHaveSingleItem().Id.ShouldBe("test.finder");
        set.GetInactiveDetectors().ShouldHaveSingleItem().Detector.ShouldBe("spinning");
    }

    [Fact]
    public async Task LoadAsync_DependsOn_OrdersLoading()
    {
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.a", "test.b");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.b", "test.c");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.c");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.d");

        (await _bench.LoadAsync()).Active.Select(handle => handle.Id).ShouldBe(["test.c", "test.b", "test.a", "test.d"]);
    }

    [Fact]
    public async Task LoadAsync_MissingDependencyOrCycle_DropsThosePluginsTransitively()
    {
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.a", "test.missing");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.b", "test.a");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.c", "test.d");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.d", "test.c");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.e");

        var set = await _bench.LoadAsync();

        set.Active.ShouldHaveSingleItem().Id.ShouldBe("test.e");
        set.All.Single(status => status.Id == "test.a").Reason.ShouldBe("depends on test.missing, which is not there or was rejected");
        set.All.Where(status => status.State == PluginState.Rejected).Count().ShouldBe(4);
    }

    [Fact]
    public async Task LoadAsync_DependencyThatFailsToStart_DropsTheDependent()
    {
        _bench.Extensions.AddWithEntryType(TestPlugins.Throwing, "LumenArgus.TestPlugins.Throwing.ThrowsInStartPlugin");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.a", "test.throwing");

        (await _bench.LoadAsync()).All.Single(status => status.Id == "test.a").Reason.ShouldBe("depends on test.throwing, which was rejected");
    }

    [Fact]
    public async Task RetireAsync_ReferenceHeld_WaitsForIt()
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        var handle = await _bench.LoadActiveAsync();
        handle.AddReference();

        var retiring = handle.RetireAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        handle.State.ShouldBe(PluginState.Draining);
        retiring.IsCompleted.ShouldBeFalse();
        handle.Contributions.Detectors.ShouldHaveSingleItem();
        handle.Release();
        (await retiring).Drained.ShouldBeTrue();
        handle.State.ShouldBe(PluginState.Unloaded);
        handle.Contributions.Detectors.ShouldBeEmpty();
        handle.TryAddReference().ShouldBeFalse();
    }

    [Fact]
    public async Task RetireAsync_ReferenceNeverReleased_StopsAtTheDeadline()
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        var handle = await _bench.LoadActiveAsync();
        handle.AddReference();

        (await handle.RetireAsync(TimeSpan.Zero, CancellationToken.None)).Drained.ShouldBeFalse();

        handle.State.ShouldBe(PluginState.UnloadStuck);
    }

    [Fact]
    public async Task LoadAsync_StaleCopies_AreDeletedAndHeldOnesKept()
    {
        _bench.Extensions.Add(TestPlugins.Finder);
        var stale = Directory.CreateDirectory(Path.Combine(_bench.Data, "plugin-shadow", "test.gone", "0123")).FullName;
        var held = (await _bench.LoadActiveAsync()).Contributions.Detectors[0].Detector.GetType().Assembly.Location;

        // A second host over the same data folder.
        _ = new PluginLoader(new PluginLoaderOptions { DataDirectory = _bench.Data }, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);

        Directory.Exists(stale).ShouldBeFalse();
        File.Exists(held).ShouldBeTrue();
    }

    private async Task<string> RejectionAsync()
    {
        var status = await _bench.LoadSingleAsync();
        status.State.ShouldBe(PluginState.Rejected);
        return status.Reason;
    }
}

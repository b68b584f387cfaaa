using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.Tests.PluginRuntime.Loading;

/// <summary>What a look through the folders does to plugins that run.</summary>
public sealed class PluginUpdateTests : IAsyncDisposable
{
    private readonly PluginBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Update_NothingChanged_IsTheSameSet()
    {
        _bench.Extensions.With(TestPlugins.Finder, TestPlugins.Rules);
        _bench.Extensions.AddWithEntryType(TestPlugins.Throwing, "No.Such.Type");
        var set = await _bench.LoadAsync();

        var update = await _bench.UpdateAsync();

        update.Next.ShouldBeSameAs(set);
        update.Fresh.ShouldBeEmpty();
        update.Changes().ShouldBeEmpty();
    }

    [Fact]
    public async Task Update_OneAddedOneRemovedOneChanged_KeepsTheHandlesOfTheOthers()
    {
        _bench.Extensions.With(TestPlugins.Finder, TestPlugins.Rules, TestPlugins.Hooks);
        var set = await _bench.LoadAsync();
        _bench.Extensions.Remove(TestPlugins.Hooks.Id);
        _bench.Extensions.Replace(TestPlugins.Finder, static manifest => manifest["version"] = "9.0.0");
        _bench.Extensions.Add(TestPlugins.Vendor);

        var update = await _bench.UpdateAsync();

        update.Next.Find(TestPlugins.Rules.Id).ShouldBeSameAs(set.Find(TestPlugins.Rules.Id));
        update.Next.Find(TestPlugins.Finder.Id)!.Version.ShouldBe("9.0.0");
        update.Fresh.Select(static handle => handle.Id).ShouldBe([TestPlugins.Finder.Id, TestPlugins.Vendor.Id], ignoreOrder: true);
        update.Leaving.Select(static handle => handle.Id).ShouldBe([TestPlugins.Finder.Id, TestPlugins.Hooks.Id], ignoreOrder: true);
        update.Changes().Select(static change => change.ToString()).ShouldBe(
        [
            $"plugin test.finder {set.Find(TestPlugins.Finder.Id)!.Version} -> 9.0.0",
            $"plugin test.hooks {set.Find(TestPlugins.Hooks.Id)!.Version} removed",
            $"plugin test.vendor {update.Next.Find(TestPlugins.Vendor.Id)!.Version} added",
        ]);
    }

    [Fact]
    public async Task Update_LowerVersion_IsUsed()
    {
        _bench.Extensions.Add(TestPlugins.Finder, static manifest => manifest["version"] = "9.0.0");
        await _bench.LoadAsync();
        _bench.Extensions.Replace(TestPlugins.Finder, static manifest => manifest["version"] = "8.0.0");

        var update = await _bench.UpdateAsync();

        update.Next.Active.ShouldHaveSingleItem().Version.ShouldBe("8.0.0");
    }

    [Fact]
    public async Task Update_AskedForAgain_LoadsItAnew()
    {
        _bench.Extensions.With(TestPlugins.Finder, TestPlugins.Rules);
        var set = await _bench.LoadAsync();

        var update = await _bench.UpdateAsync(TestPlugins.Finder.Id);

        update.Fresh.ShouldHaveSingleItem().ShouldNotBeSameAs(set.Find(TestPlugins.Finder.Id));
        update.Changes().ShouldHaveSingleItem().ToString().ShouldEndWith("loaded anew");
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("api")]
    [InlineData("entry")]
    [InlineData("type")]
    [InlineData("start")]
    [InlineData("dependency")]
    [InlineData("contract")]
    public async Task Update_NewVersionFails_TheOldOneStaysAndTheReasonIsShown(string mistake)
    {
        _bench.Extensions.AddAs(TestPlugins.Throwing, "test.changing");
        var set = await _bench.LoadAsync();
        Spoil(mistake);

        var update = await _bench.UpdateAsync();

        var handle = update.Next.Active.ShouldHaveSingleItem();
        handle.ShouldBeSameAs(set.Active[0]);
        update.Leaving.ShouldBeEmpty();
        update.Next.Refusals.ShouldHaveSingleItem().Reason.ShouldNotBeEmpty();
        update.Next.All.ShouldHaveSingleItem().Refusal.ShouldContain("in its folder is not used: ");
        update.Next.All[0].State.ShouldBe(PluginState.Active);
        var change = update.Changes().ShouldHaveSingleItem();
        change.Kind.ShouldBe(PluginChangeKind.Refused);
        change.From.ShouldBe(handle.Version);

        // And it goes on from there: a good one replaces it.
        _bench.Extensions.Replace(TestPlugins.Throwing, static manifest => (manifest["id"], manifest["version"]) = ("test.changing", "10.0.0"));
        var mended = await _bench.UpdateAsync();
        mended.Next.Refusals.ShouldBeEmpty();
        mended.Next.All.ShouldHaveSingleItem().Version.ShouldBe("10.0.0");
    }

    [Fact]
    public async Task Update_DependencyGone_RemovesThoseThatNeedIt()
    {
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.base");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.middle", "test.base");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.top", "test.middle");
        await _bench.LoadAsync();
        _bench.Extensions.Remove("test.base");

        var update = await _bench.UpdateAsync();

        update.Next.Active.ShouldBeEmpty();
        update.Leaving.Select(static handle => handle.Id).ShouldBe(["test.top", "test.middle", "test.base"]);
        update.Changes().Select(static change => change.Kind).ShouldAllBe(static kind => kind == PluginChangeKind.Removed);
        update.Next.All.Select(static status => status.Reason).ShouldAllBe(static reason => reason.Contains("test.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Update_DependencyReplacedByABrokenOne_KeepsBoth()
    {
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.base");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.top", "test.base");
        var set = await _bench.LoadAsync();
        File.WriteAllText(Path.Combine(_bench.Extensions.Path, "test.base", "plugin.json"), "{");

        var update = await _bench.UpdateAsync();

        update.Next.Active.ShouldBe(set.Active);
        update.Next.Refusals.ShouldHaveSingleItem().Id.ShouldBe("test.base");
    }

    [Fact]
    public async Task Refuse_FreshOne_BringsTheOldOneBackAndRejectsANewOneWithThoseThatNeedIt()
    {
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.old");
        var set = await _bench.LoadAsync();
        _bench.Extensions.Replace(TestPlugins.Rules, static manifest => (manifest["id"], manifest["version"]) = ("test.old", "2.0.0"));
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.new");
        _bench.Extensions.AddAs(TestPlugins.Rules, "test.over", "test.new");
        var update = await _bench.UpdateAsync();

        var without = update.Fresh.Where(static handle => handle.Id != "test.over")
            .Aggregate(update, static (left, handle) => left.Refuse(handle, "its examples are not found"));

        without.Next.Active.ShouldBe(set.Active);
        without.Fresh.ShouldBeEmpty();
        without.Discarded.Length.ShouldBe(3);
        without.Next.Refusals.ShouldHaveSingleItem().Version.ShouldBe("2.0.0");
        without.Next.All.Where(static status => status.State == PluginState.Rejected).Select(static status => status.Id).ShouldBe(["test.new", "test.over"], ignoreOrder: true);
    }

    private void Spoil(string mistake)
    {
        var folder = Path.Combine(_bench.Extensions.Path, "test.changing");
        switch (mistake)
        {
            case "manifest":
                File.WriteAllText(Path.Combine(folder, "plugin.json"), "not json");
                break;
            case "entry":
                File.Delete(Path.Combine(folder, TestPlugins.Throwing.Entry));
                break;
            case "contract":
                File.WriteAllText(Path.Combine(folder, "LumenArgus.Abstractions.dll"), "");
                break;
            default:
                _bench.Extensions.Replace(TestPlugins.Throwing, manifest =>
                {
                    (manifest["id"], manifest["version"]) = ("test.changing", "9.0.0");
                    var (key, value) = mistake switch
                    {
                        "api" => ("api", "1.99"),
                        "type" => ("entryType", "No.Such.Type"),
                        _ => ("entryType", "LumenArgus.TestPlugins.Throwing.ThrowsInStartPlugin"),
                    };
                    if (mistake == "dependency")
                    {
                        manifest["dependsOn"] = new System.Text.Json.Nodes.JsonArray((System.Text.Json.Nodes.JsonNode?)"test.not-there");
                    }
                    else
                    {
                        manifest[key] = value;
                    }
                });
                break;
        }
    }
}

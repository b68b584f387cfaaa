using System.Net;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using static LumenArgus.FunctionalTests.Dashboard.PluginPageTests;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>Plugins with pages that come and go while a dashboard is open: nothing of them stays in memory.</summary>
[Collection(MemoryCollection.Name)]
public sealed class PluginPageMemoryTests
{
    [Fact]
    public async Task Plugin_TakenAwayAndBroughtBack_TakesItsPagesAlongAndLeavesMemory()
    {
        await using var fixture = await StartAsync(unlock: true);
        using var live = await LiveReader.ConnectAsync(fixture.Server);
        (await PagesAsync(fixture)).ShouldBe(["test-module", "test-fragment", "enrollment"]);
        var unlocked = (await fixture.Client.GetAsync("/api/v1/pages")).Json.GetProperty("pages")[2];
        unlocked.GetProperty("locked").GetBoolean().ShouldBeFalse();
        unlocked.GetProperty("label").GetString().ShouldBe("Machines");
        var source = await SourceAsync(fixture);
        (await fixture.Client.GetAsync(source)).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.Client.GetAsync("/api/v1/pages/test-fragment/fragment")).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.Client.GetAsync(Api + "rows")).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.Client.GetAsync(Api + "throw")).Status.ShouldBe(HttpStatusCode.BadGateway);
        (await fixture.Client.SendAsync(HttpMethod.Post, Api + "event", "{}")).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.Client.SendAsync(HttpMethod.Put, Api + "kv", "kept")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.Client.GetAsync(Api + "overlap?detector=secrets&name=github_token")).Status.ShouldBe(HttpStatusCode.OK);

        fixture.Host.Extensions.Replace(TestPlugins.Pages, static manifest => manifest["version"] = "2.0.0");
        await ReloadAsync(fixture);
        await live.NextAsync("pages");
        (await fixture.Client.GetAsync(source)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await fixture.Client.GetAsync(await SourceAsync(fixture))).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.Client.GetAsync(Api + "kv")).Text.ShouldBe("kept of a key");

        fixture.Host.Extensions.Remove("test.pages");
        await ReloadAsync(fixture);
        await live.NextAsync("pages");
        (await PagesAsync(fixture)).ShouldBe(["enrollment"]);
        (await fixture.Client.GetAsync(Api + "rows")).Error.ShouldBe("not_found");
        await PluginsLeft.AssertAsync(fixture.Host, expected: 2);

        fixture.Host.Extensions.Add(TestPlugins.Pages);
        await ReloadAsync(fixture);
        await live.NextAsync("pages");
        (await fixture.Client.GetAsync(await SourceAsync(fixture))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Plugin_ReplacedOverAndOver_IsShownInTheOpenDashboardAndLeavesMemory()
    {
        var swaps = Soak.Times(5, 200);
        await using var fixture = await StartAsync();
        using var live = await LiveReader.ConnectAsync(fixture.Server);
        long before = 0;
        for (var i = 1; i <= swaps; i++)
        {
            fixture.Host.Extensions.Replace(TestPlugins.Pages, manifest => manifest["version"] = $"2.0.{i}");
            await ReloadAsync(fixture);
            await live.NextAsync("pages");
            (await fixture.Client.GetAsync(await SourceAsync(fixture))).Status.ShouldBe(HttpStatusCode.OK);
            (await fixture.Client.GetAsync("/api/v1/pages/test-fragment/fragment")).Status.ShouldBe(HttpStatusCode.OK);
            (await fixture.Client.GetAsync(Api + "rows")).Status.ShouldBe(HttpStatusCode.OK);
            if (i == (swaps + 1) / 2)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        await PluginsLeft.AssertAsync(fixture.Host, expected: swaps);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(8L * 1024 * 1024);
    }
}

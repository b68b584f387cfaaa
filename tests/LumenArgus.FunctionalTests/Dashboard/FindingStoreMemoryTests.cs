using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using static LumenArgus.FunctionalTests.Dashboard.FindingStoreTests;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>A plugin that keeps the findings leaves memory when it is taken away.</summary>
[Collection(MemoryCollection.Name)]
public sealed class FindingStoreMemoryTests
{
    [Fact]
    public async Task Plugin_TakenAway_LeavesFindingsToTheDatabaseAndItsCodeLeavesMemory()
    {
        using var folder = new TemporaryFolder();
        var switchFile = Path.Combine(folder.Path, "switch");
        await using var fixture = await StartAsync(config => WithSwitch(config, switchFile));
        await fixture.PromptAsync($"key {Bodies.AwsKey}");
        await File.WriteAllTextAsync(switchFile, "throw");
        using (await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"), ("x-session-id", "waiting")))
        {
            await UntilHealthAsync(fixture, "which keeps the findings,");
        }

        fixture.Host.Extensions.Remove(TestPlugins.Store.Id);
        await fixture.Host.Product.ReloadAsync(wanted: null, [], Limits.Token().Token);

        // What waited, and what the same conversation sends again: nothing of it is known here.
        (await fixture.UntilAsync("/api/v1/findings", static reply => reply.Json.GetProperty("total").GetInt64() == 1)).Json.GetProperty("findings")[0]
            .GetProperty("session_id").GetString().ShouldBe("waiting");
        await fixture.PromptAsync($"key {Bodies.AwsKey}");
        RowsInDatabase(fixture).ShouldBe(2);
        await UntilHealthAsync(fixture, "\"degraded\":false");
        (await fixture.Host.Client.GetStringAsync("/health")).ShouldContain("\"finding_store\":\"host\"");
        fixture.Host.Logs.ShouldContain("Findings are kept by plugin test.store");
        fixture.Host.Logs.ShouldContain("Findings are kept in the host's own database again");

        await PluginsLeft.AssertAsync(fixture.Host);
    }
}

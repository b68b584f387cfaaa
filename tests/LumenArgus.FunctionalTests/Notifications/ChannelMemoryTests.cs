using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using static LumenArgus.FunctionalTests.Notifications.ChannelTests;

namespace LumenArgus.FunctionalTests.Notifications;

/// <summary>Plugins with notifiers that are replaced or gone while messages flow: none is lost, and nothing of the plugins stays in memory.</summary>
[Collection(MemoryCollection.Name)]
public sealed class ChannelMemoryTests : IDisposable
{
    private readonly ToldFile _told = new();

    public void Dispose() => _told.Dispose();

    [Fact]
    public async Task Plugin_ReplacedWhileMessagesFlow_SendsEachOnceAndLeavesMemory()
    {
        const int swaps = 5;
        await using var fixture = await StartAsync([NotifiedProduct.ToFile(_told.Path)], cooldown: TimeSpan.Zero);
        for (var i = 1; i <= swaps; i++)
        {
            await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
            fixture.Host.Extensions.Replace(TestPlugins.Notifying, manifest => manifest["version"] = $"2.0.{i}");
            (await fixture.Host.Product.ReloadAsync(wanted: null, [], Limits.Token().Token)).Errors.ShouldBeEmpty();
            await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        }

        await _told.UntilAsync(static lines => lines.Length == 2 * swaps);

        // A message is counted behind its delivery.
        await fixture.ChannelAsync(static channel => channel.GetProperty("sent_count").GetInt64() == 2 * swaps);
        await PluginsLeft.AssertAsync(fixture.Host);
    }

    [Fact]
    public async Task Plugin_ThatIsGone_IsSaidAndItsMessagesWait()
    {
        await using var fixture = await StartAsync([NotifiedProduct.ToFile(_told.Path)]);
        await fixture.ChannelAsync(static channel => channel.GetProperty("problem").ValueKind == System.Text.Json.JsonValueKind.Null);
        fixture.Host.Extensions.Remove(TestPlugins.Notifying.Id);
        await fixture.Host.Product.ReloadAsync(wanted: null, [], Limits.Token().Token);

        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");

        var channel = (await fixture.ChannelAsync(static channel => channel.GetProperty("last_status").GetString() == "failed")).Json.GetProperty("channels")[0];
        channel.GetProperty("problem").GetString().ShouldBe("No plugin that is loaded brings channels of the type file.");
        channel.GetProperty("last_error").GetString().ShouldBe("No plugin that is loaded brings channels of the type file.");
        (await fixture.Client.GetAsync("/api/v1/notifications/types")).Text.ShouldBe("""{"types":{}}""");

        fixture.Host.Extensions.Add(TestPlugins.Notifying);
        await fixture.Host.Product.ReloadAsync(wanted: null, [], Limits.Token().Token);
        await _told.UntilAsync(static lines => lines.SequenceEqual(["aws_access_key:block:AKIA****"]));
        await PluginsLeft.AssertAsync(fixture.Host);
    }
}

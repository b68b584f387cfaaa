using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Storage;
using LumenArgus.Storage.Findings;
using LumenArgus.Testing.StandIn;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What the whole product keeps in its database, and that the traffic does not depend on it.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task Findings_OfAConversation_AreOneRowThatCounts()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        for (var turn = 0; turn < 3; turn++)
        {
            using var response = await host.PostAsync(
                "/v1/messages", Bodies.Anthropic($"turn {turn} key {Bodies.AwsKey}"), ("x-session-id", "s1"), ("x-api-key", "k"));
            await host.Sink.NextCompletedAsync();
        }

        var row = (await StoreRows.WaitAsync(host, rows => rows.Sum(static row => row.SeenCount) == 3)).ShouldHaveSingleItem();

        (row.FindingType, row.SessionId, row.Provider, row.Origin, row.Role).ShouldBe(("aws_access_key", "s1", "anthropic", "detector", "user"));
        row.ValueHash.Length.ShouldBe(64);
        row.ApiKeyHash.Length.ShouldBe(16);
        row.FirstSeen.ShouldNotBe(row.Timestamp);
        await StoreRows.WaitWrittenAsync(host.Client, 1);
    }

    [Fact]
    public async Task Database_ThatIsDamaged_CostsTheTrafficNothingAndShows()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config =>
        {
            File.WriteAllText(config.Analytics.DbPath, new string('x', 8192));
            return config;
        });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Action.ShouldBe(PolicyAction.Alert);
        (await host.Client.GetStringAsync("/health")).ShouldContain("move the file away");
    }

    [Fact]
    public async Task Database_SwitchedOff_IsNotMade()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, static config => config with { Analytics = config.Analytics with { Enabled = false } });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"));
        await host.Sink.NextCompletedAsync();

        host.ShouldAnswer(response, HttpStatusCode.OK);
        host.Product.Services.GetService<IFindingStore>().ShouldBeNull();
        host.Product.Services.GetRequiredService<StoreStatus>().Written.ShouldBe(0);
        host.HomeFiles().Keys.ShouldNotContain(static file => file.Contains("analytics.db", StringComparison.Ordinal));
    }
}

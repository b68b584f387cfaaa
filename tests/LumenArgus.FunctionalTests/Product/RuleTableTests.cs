using System.Net;
using LumenArgus.Storage.Rules;
using LumenArgus.Testing.StandIn;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What the product makes of its table of rules.</summary>
public sealed class RuleTableTests
{
    [Fact]
    public async Task Start_EmptyTable_TakesThePluginsRules()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        var rows = await host.Product.Services.GetRequiredService<IRuleStore>().ListAsync(Limits.Token().Token);

        rows.Count.ShouldBe(host.Product.Generation.Catalogue.Length);
        rows.ShouldAllBe(static row => row.Enabled && row.Source == RuleSource.Import && row.Plugin.Length > 0 && row.Definition.Length == 0 && row.Pattern.Length > 0);
        host.Product.Generation.RejectedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_WithoutImport_UsesThePluginsRulesAsTheyAre()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { Rules = config.Rules with { AutoImport = false } });

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"));

        host.ShouldAnswer(response, HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldHaveSingleItem();
        (await host.Product.Services.GetRequiredService<IRuleStore>().ListAsync(Limits.Token().Token)).ShouldBeEmpty();
    }
}

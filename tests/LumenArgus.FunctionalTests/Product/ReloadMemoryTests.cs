using System.Net;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What is left in memory of what was reloaded.</summary>
[Collection(MemoryCollection.Name)]
public sealed class ReloadMemoryTests
{
    [Fact]
    public async Task Reload_ManyTimesUnderLoad_FailsNoRequestAndKeepsNothing()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using var stop = new CancellationTokenSource(Soak.Limit);
        Task<int>[] load = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => LoadAsync(host, stop.Token)))];
        var plugins = host.Product.Generation.Plugins;
        var seen = new List<WeakReference>();
        var times = Soak.Times(50, 500);

        await ReloadManyAsync(host, times, seen);
        await stop.CancelAsync();
        (await Task.WhenAll(load)).Sum().ShouldBeGreaterThan(times);

        // Without load: what the stand-in and the sink of the test keep of each request would hide what a reload keeps.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await ReloadManyAsync(host, times, seen);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        host.Product.Generation.Number.ShouldBe((2 * times) + 1);
        host.Product.Generation.Plugins.ShouldBeSameAs(plugins);

        // Generation and index in use, and what the stack of a request that has just ended may still hold.
        seen.Count(static each => each.IsAlive).ShouldBeLessThanOrEqualTo(6);
        (after - before).ShouldBeLessThan(8L * 1024 * 1024);
    }

    private static async Task ReloadManyAsync(ProductHost host, int times, List<WeakReference> seen)
    {
        for (var i = 0; i < times; i++)
        {
            // Each second time other rules, else other actions and other connections.
            await ReloadTests.ReloadAsync(host, config => i % 2 == 0
                ? config with { Detectors = config.Detectors.SetItem("pii", new DetectorConfig { Enabled = !config.Detector("pii").Enabled }) }
                : config with { Proxy = config.Proxy with { Retries = 1 - config.Proxy.Retries, MaxConnections = 10 + i % 20 } });
            seen.Add(new WeakReference(host.Product.Generation));
            if (i % 2 == 0)
            {
                seen.Add(new WeakReference(host.Product.Generation.Rules));
            }
        }
    }

    private static async Task<int> LoadAsync(ProductHost host, CancellationToken stop)
    {
        for (var count = 0; ; count++)
        {
            if (stop.IsCancellationRequested)
            {
                return count;
            }

            using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello " + Bodies.AwsKey));
            host.ShouldAnswer(response, HttpStatusCode.OK);
            await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
        }
    }
}

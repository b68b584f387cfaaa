using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>One product that blocks all findings, in front of one stand-in for all providers.</summary>
public sealed class CoverageFixture : IAsyncLifetime
{
    private static readonly string[] Providers = ["anthropic", "openai", "gemini", "azure", "bedrock", "vertex", "ollama", "copilot", "chatgpt"];

    internal StandInProvider Provider { get; private set; } = null!;

    internal ProductHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Provider = await StandInProvider.StartAsync();
        Provider.Script = static _ => StandInAnswer.Plain("{}");
        Host = await ProductHost.StartAsync(Provider.BaseAddress, config => config with
        {
            DefaultAction = PolicyAction.Block,

            // What is looked at is the question here, not what goes on without it.
            Pipeline = config.Pipeline with { HistoryStrip = false },
            Detectors = config.Detectors.SetItem("pii", new() { Action = PolicyAction.Block }),
            Proxy = config.Proxy with { Upstreams = config.Proxy.Upstreams.SetItems(Providers.Select(name => KeyValuePair.Create(name, Provider.BaseAddress))) },
        });
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
    }
}

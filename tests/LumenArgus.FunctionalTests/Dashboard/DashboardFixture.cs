using LumenArgus.Dashboard.Hosting;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>The product with its dashboard, a stand-in for the provider, and a script that asks.</summary>
internal sealed class DashboardFixture : IAsyncDisposable
{
    private DashboardFixture(StandInProvider provider, ProductHost host, DashboardServer server)
    {
        (Provider, Host, Server) = (provider, host, server);
        Client = DashboardClient.WithToken(server);
    }

    public StandInProvider Provider { get; }

    public ProductHost Host { get; }

    public DashboardServer Server { get; }

    public DashboardClient Client { get; }

    public static async Task<DashboardFixture> StartAsync(Func<LumenArgusConfig, LumenArgusConfig>? configure = null, Action<ExtensionsFolder>? extensions = null)
    {
        var provider = await StandInProvider.StartAsync();
        var host = await ProductHost.StartAsync(provider.BaseAddress, configure, extensions);
        return new DashboardFixture(provider, host, await host.DashboardAsync());
    }

    /// <summary>Sends a prompt of a conversation through the proxy and waits until its findings are stored.</summary>
    public async Task PromptAsync(string text, string session = "s1", int findings = 1, string userAgent = "claude-cli/2.0.1 (external, cli)")
    {
        var before = (await Client.GetAsync("/api/v1/findings")).Json.GetProperty("total").GetInt64();
        using var response = await Host.PostAsync(
            "/v1/messages", Bodies.Anthropic(text), ("x-session-id", session), ("x-api-key", "k"), ("User-Agent", userAgent));
        await Host.Sink.NextCompletedAsync();
        await UntilAsync("/api/v1/findings", reply => reply.Json.GetProperty("total").GetInt64() >= before + findings);
    }

    /// <summary>Asks until the answer is as it shall be.</summary>
    public async Task<DashboardReply> UntilAsync(string path, Func<DashboardReply, bool> isReached)
    {
        using var limit = Limits.Token();
        while (true)
        {
            var reply = await Client.GetAsync(path);
            if (isReached(reply))
            {
                return reply;
            }

            limit.Token.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
    }
}

using LumenArgus.ClientTests.Clients;
using LumenArgus.ClientTests.StandIn;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.ClientTests.Scenarios;

/// <summary>One question, asked with a real client: straight to the stand-in provider, or through a product process of its own.</summary>
internal static class ClientScenario
{
    private static readonly TimeSpan ClientTimeout = TimeSpan.FromSeconds(90);
    private static readonly string[] OtherPlugins = [TestPlugins.Pii.Output, TestPlugins.Proprietary.Output];

    public static async Task<ClientOutcome> RunDirectAsync(string clientName, string prompt)
    {
        var client = AllClients.Named(clientName);
        var captures = new Captures(clientName, "direct");
        await using var provider = await StandInProvider.StartAsync();
        return await AskAsync(client, provider, provider.Url, prompt, captures);
    }

    public static async Task<ClientOutcome> RunThroughProductAsync(
        string clientName, string scenario, string prompt, string? action = null, bool withSecretsPlugin = true, string extraConfiguration = "")
    {
        var client = AllClients.Named(clientName);
        var captures = new Captures(clientName, scenario);
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = withSecretsPlugin ? [TestPlugins.Secrets.Output, .. OtherPlugins] : OtherPlugins,
            UpstreamUrl = provider.Url,
            Action = action,
            ExtraConfiguration = extraConfiguration,
        });
        var outcome = await AskAsync(client, provider, product.Url, prompt, captures);
        var stopped = await product.StopAsync();
        captures.Save(stopped, "product");
        return outcome with { Product = stopped };
    }

    /// <summary>Two questions in one conversation, through one product under <c>block</c>.</summary>
    /// <returns>How the client ended after each; both have all that reached the provider.</returns>
    public static async Task<(ClientOutcome First, ClientOutcome Next)> RunConversationAsync(string clientName, string scenario, string prompt, string next)
    {
        var client = (IConversingClient)AllClients.Named(clientName);
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [TestPlugins.Secrets.Output, .. OtherPlugins],
            UpstreamUrl = provider.Url,
            Action = "block",
        });
        using var home = new TemporaryFolder();
        var first = await AskAsync(client.Prepare(home, product.Url, prompt), provider, new Captures(clientName, scenario));
        var second = await AskAsync(client.PrepareNext(home, product.Url, next), provider, new Captures(clientName, scenario + "-next"));
        var stopped = await product.StopAsync();
        return (first with { Product = stopped }, second with { Product = stopped });
    }

    /// <summary>Asks for a file, through a product with the Pro plugin that redacts.</summary>
    /// <returns>How the client ended, and what is in the file; null without one.</returns>
    public static async Task<(ClientOutcome Outcome, string? File)> RunWritingAsync(string clientName, string scenario, string prompt)
    {
        var client = (IWritingClient)AllClients.Named(clientName);
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = FileWritingModel.Answer;
        await using var product = await ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [TestPlugins.Secrets.Output, TestPlugins.Redaction.Output],
            UpstreamUrl = provider.Url,
            Action = "redact",
        });
        using var home = new TemporaryFolder();
        var captures = new Captures(clientName, scenario);
        var outcome = await AskAsync(client.PrepareWriting(home, product.Url, prompt), provider, captures);
        var stopped = await product.StopAsync();
        captures.Save(stopped, "product");
        var file = home.File("work", FileWritingModel.File);
        return (outcome with { Product = stopped }, File.Exists(file) ? await File.ReadAllTextAsync(file) : null);
    }

    private static async Task<ClientOutcome> AskAsync(IClient client, StandInProvider provider, string baseUrl, string prompt, Captures captures)
    {
        using var home = new TemporaryFolder();
        return await AskAsync(client.Prepare(home, baseUrl, prompt), provider, captures);
    }

    private static async Task<ClientOutcome> AskAsync(ChildProcessStart start, StandInProvider provider, Captures captures)
    {
        var result = await ChildProcess.RunAsync(start, ClientTimeout);
        var requests = provider.Requests;
        captures.Save(result, "client");
        captures.Save(requests);
        return new ClientOutcome(result, requests);
    }
}

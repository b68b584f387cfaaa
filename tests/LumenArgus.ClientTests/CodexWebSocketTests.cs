using LumenArgus.ClientTests.Clients;
using LumenArgus.ClientTests.Scenarios;

namespace LumenArgus.ClientTests;

/// <summary>Codex with a provider that it reaches by WebSocket first.</summary>
public sealed class CodexWebSocketTests : IClassFixture<HeavyClients>
{
    private const string Relayed = "pipeline: {stages: {websocket_outbound: {enabled: true}}}";

    private static string Client => AllClients.CodexOverWebSocket.Name;

    [Fact]
    public async Task CleanPrompt_Relayed_GoesOverTheWebSocket()
    {
        var outcome = await ClientScenario.RunThroughProductAsync(Client, "clean", "Please say hello.", action: "block", extraConfiguration: Relayed);

        outcome.ShouldBeAnswered();
        outcome.Requests.ShouldContain(static request => request.Method == "WS");
        outcome.Requests.ShouldNotContain(static request => request.Method == "POST");
        outcome.Product!.StandardOutput.ShouldContain(" WS ");
    }

    [Fact]
    public async Task CleanPrompt_SwitchedOff_FallsBackToHttpAtOnce()
    {
        var outcome = await ClientScenario.RunThroughProductAsync(Client, "fallback", "Please say hello.", action: "block");

        outcome.ShouldBeAnswered();
        outcome.Requests.ShouldContain(static request => request.Method == "POST");
        outcome.Requests.ShouldNotContain(static request => request.Method == "WS");
    }

    [Fact]
    public async Task PromptWithKey_Relayed_IsRefusedByNameAndNotSent()
    {
        var key = PlantedKey.Create();

        var outcome = await ClientScenario.RunThroughProductAsync(
            Client, "blocked", $"My deploy key is {key}. Please say hello.", action: "block", extraConfiguration: Relayed);

        outcome.Client.TimedOut.ShouldBeFalse();
        outcome.Client.ExitCode.ShouldNotBe(0);
        outcome.Client.Output.ShouldContain(PlantedKey.FindingType);
        outcome.Requests.ShouldNotContain(request => request.Contains(key));
        outcome.Product!.Output.Contains(key, StringComparison.Ordinal).ShouldBeFalse("The product printed the secret.");
    }

    /// <summary>The negative control: without the plugin the key goes out over the WebSocket, and the stand-in sees it.</summary>
    [Fact]
    public async Task PromptWithKey_RelayedWithoutSecretsPlugin_IsSent()
    {
        var key = PlantedKey.Create();

        var outcome = await ClientScenario.RunThroughProductAsync(
            Client, "without-plugin", $"My deploy key is {key}. Please say hello.", action: "block", withSecretsPlugin: false, extraConfiguration: Relayed);

        outcome.ShouldBeAnswered();
        outcome.Requests.ShouldContain(request => request.Method == "WS" && request.Contains(key));
    }
}

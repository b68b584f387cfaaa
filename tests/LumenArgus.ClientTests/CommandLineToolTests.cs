using LumenArgus.ClientTests.Clients;
using LumenArgus.ClientTests.Scenarios;

namespace LumenArgus.ClientTests;

/// <summary>
/// The real AI tools through the built product. A class runs its tests one after the other, and there are two classes: no more than
/// two clients run at once.
/// </summary>
public sealed class CommandLineToolTests : IClassFixture<HeavyClients>
{
    public static TheoryData<string> Clients => AllClients.Names(AllClients.Tools);

    public static TheoryData<string> Conversing => AllClients.Names(AllClients.Conversing);

    /// <summary>Without the product: when this fails, the client or the stand-in is at fault.</summary>
    [Theory]
    [MemberData(nameof(Clients))]
    public async Task CleanPrompt_StraightToTheProvider_IsAnswered(string client)
    {
        var outcome = await ClientScenario.RunDirectAsync(client, "Please say hello.");

        outcome.ShouldBeAnswered();
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task CleanPrompt_UnderBlock_IsAnswered(string client)
    {
        var outcome = await ClientScenario.RunThroughProductAsync(client, "clean", "Please say hello.", action: "block");

        outcome.ShouldBeAnswered();
    }

    /// <summary>With the default action, which names every finding and stops nothing: what tools say of themselves is no finding.</summary>
    [Theory]
    [MemberData(nameof(Clients))]
    public async Task CleanPrompt_UnderAlert_RaisesNothing(string client)
    {
        var outcome = await ClientScenario.RunThroughProductAsync(client, "quiet", "Please say hello.");

        outcome.ShouldBeAnswered();
        outcome.ShouldBeQuiet();
    }

    /// <summary>The negative control of the one before: under the same action a key stands in the product's line.</summary>
    [Theory]
    [MemberData(nameof(Clients))]
    public async Task PromptWithKey_UnderAlert_IsSentAndNamed(string client)
    {
        var key = PlantedKey.Create();

        var outcome = await ClientScenario.RunThroughProductAsync(client, "alert", $"My deploy key is {key}. Please say hello.");

        outcome.ShouldBeAnswered();
        outcome.ShouldHaveSent(key);
        Should.Throw<ShouldAssertException>(outcome.ShouldBeQuiet);
        outcome.Product!.Output.ShouldContain(PlantedKey.FindingType);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task PromptWithKey_UnderBlock_IsRefusedByNameAndNotSent(string client)
    {
        var key = PlantedKey.Create();

        var outcome = await ClientScenario.RunThroughProductAsync(client, "blocked", $"My deploy key is {key}. Please say hello.", action: "block");

        outcome.ShouldBeBlocked(key);
    }

    /// <summary>One pasted key does not end the conversation, and never arrives.</summary>
    [Theory]
    [MemberData(nameof(Conversing))]
    public async Task PromptAfterABlockedOne_IsAnsweredWithoutTheKey(string client)
    {
        var key = PlantedKey.Create();

        var (first, next) = await ClientScenario.RunConversationAsync(client, "goes-on", $"My deploy key is {key}. Please say hello.", "Then say hello without it.");

        first.ShouldBeBlocked(key);
        next.ShouldBeAnswered();
        next.Requests.Any(request => request.Contains(key)).ShouldBeFalse();

        // Codex may go as soon as it has read the last event: then the line says so behind the word.
        next.Product!.StandardOutput.ShouldContain("ms  STRIP ");
    }

    /// <summary>The negative control: the plugin, and nothing else, stops the key; and the stand-in would have seen it.</summary>
    [Theory]
    [MemberData(nameof(Clients))]
    public async Task PromptWithKey_UnderBlockWithoutSecretsPlugin_IsSent(string client)
    {
        var key = PlantedKey.Create();

        var outcome = await ClientScenario.RunThroughProductAsync(
            client, "without-plugin", $"My deploy key is {key}. Please say hello.", action: "block", withSecretsPlugin: false);

        outcome.ShouldBeAnswered();
        outcome.ShouldHaveSent(key);
    }
}

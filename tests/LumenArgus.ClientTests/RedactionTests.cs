using System.Text.RegularExpressions;
using LumenArgus.ClientTests.Clients;
using LumenArgus.ClientTests.Scenarios;

namespace LumenArgus.ClientTests;

/// <summary>The real tools with the Pro plugin: the model works with a placeholder, the user's machine with the value.</summary>
public sealed class RedactionTests : IClassFixture<HeavyClients>
{
    private static readonly Regex Placeholder = new("AKIA[A-Z2-7]{16}", RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    public static TheoryData<string> Writing => AllClients.Names(AllClients.Writing);

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task FileThatTheModelWrites_HasTheRealValue(string client)
    {
        var key = PlantedKey.Create();

        var (outcome, file) = await ClientScenario.RunWritingAsync(client, "redacted-file", $"My deploy key is {key}. Write it into key.txt.");

        outcome.ShouldBeAnswered();
        (file == $"key={key}").ShouldBeTrue("The file does not hold the value.");
        outcome.Requests.Any(request => request.Contains(key)).ShouldBeFalse("The value was sent.");

        // The tool has sent the call again with its result: it was the same placeholder each time.
        outcome.Requests.Count.ShouldBeGreaterThan(1);
        outcome.Requests.SelectMany(static request => Placeholder.Matches(System.Text.Encoding.UTF8.GetString(request.Body))).Select(static match => match.Value).Distinct().Count().ShouldBe(1);
        outcome.Product!.StandardOutput.ShouldContain(" REDACT");
    }
}

using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.ClientTests.Scenarios;

/// <summary>What the client printed, what reached the provider and, where there was one, what the product printed.</summary>
internal sealed record ClientOutcome(ChildProcessResult Client, IReadOnlyList<RecordedRequest> Requests, ChildProcessResult? Product = null)
{
    public void ShouldBeAnswered()
    {
        Client.ExitCode.ShouldBe(0, Client.Output);
        Client.StandardOutput.ShouldContain(StandInProvider.Sentence);
        Requests.ShouldNotBeEmpty();
    }

    /// <summary>The product's line of each request ends with its action: behind it would stand what was found.</summary>
    public void ShouldBeQuiet()
    {
        var lines = Product!.StandardOutput.Split('\n').Where(line => line.StartsWith("  #", StringComparison.Ordinal)).Select(line => line.TrimEnd()).ToArray();
        lines.Length.ShouldBeGreaterThanOrEqualTo(Requests.Count, Product.Output);
        lines.ShouldAllBe(line => line.EndsWith(" PASS", StringComparison.Ordinal) || line.EndsWith(" PASS (client left)", StringComparison.Ordinal));
    }

    /// <summary>The person at the client is told what was found; nothing at all reached the provider.</summary>
    public void ShouldBeBlocked(string key)
    {
        Client.TimedOut.ShouldBeFalse("The client must see an error that it does not retry for ever.");
        Client.ExitCode.ShouldNotBe(0);
        Client.Output.ShouldContain(PlantedKey.FindingType);
        Requests.ShouldBeEmpty();
        Product!.Output.ShouldContain(PlantedKey.FindingType);
        Product.Output.Contains(key, StringComparison.Ordinal).ShouldBeFalse("The product printed the secret.");
    }

    public void ShouldHaveSent(string key) => Requests.ShouldContain(request => request.Contains(key));
}

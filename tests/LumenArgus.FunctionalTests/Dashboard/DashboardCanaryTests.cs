using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>A matched secret is in no answer of the dashboard: planted ones went through the proxy, then everything is asked for.</summary>
public sealed class DashboardCanaryTests
{
    private const string Password = "Zq7vR2mX9kLp4TwB8nYc3HdF6";

    [Theory]
    [InlineData(PolicyAction.Alert)]
    [InlineData(PolicyAction.Block)]
    public async Task PlantedSecrets_AreInNoAnswer(PolicyAction action)
    {
        await using var fixture = await DashboardFixture.StartAsync(config => config with { DefaultAction = action });
        using var live = await LiveReader.ConnectAsync(fixture.Server);
        var body = $$"""{"model":"m-{{Bodies.AwsKey}}","metadata":{"user_id":"{{Bodies.AwsKey}}"},"{{Bodies.AwsKey}}":"x","messages":[{"role":"user","content":"key {{Bodies.AwsKey}} password = \"{{Password}}\""}]}""";
        using (var response = await fixture.Host.PostAsync(
            $"/v1/messages?key={Bodies.AwsKey}", body, ("x-api-key", Bodies.AwsKey), ("x-session-id", "s1"), ("User-Agent", $"tool/1 {Bodies.AwsKey}")))
        {
            await fixture.Host.Sink.NextCompletedAsync();
        }

        var said = new StringBuilder().AppendLine(await live.NextAsync("scan")).AppendLine(await live.NextAsync("finding"));
        await fixture.UntilAsync("/api/v1/findings", static reply => reply.Json.GetProperty("total").GetInt64() > 0);
        var document = (await fixture.Client.GetAsync("/api/v1/openapi.json")).Json;
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(static path => path.Value.TryGetProperty("get", out _) && path.Name != "/api/v1/live"))
        {
            var address = path.Name.Replace("{id}", path.Name.Contains("sessions", StringComparison.Ordinal) ? "s1" : "1", StringComparison.Ordinal).Replace("{name}", "aws_access_key", StringComparison.Ordinal);
            var reply = await fixture.Client.GetAsync(address);
            said.AppendLine(reply.Text).AppendJoin('\n', reply.Headers.Values);
        }

        said.Append((await fixture.Client.GetAsync("/api/v1/findings/export?format=json")).Text).Append((await fixture.Client.GetAsync("/api/v1/audit/export?format=json")).Text);
        said.Append((await fixture.Client.GetAsync("/")).Text);

        // Negative control: what may be shown of it is there.
        said.ToString().ShouldContain("AKIA****");
        foreach (var (secret, number) in new[] { Bodies.AwsKey, Password }.Select(static (secret, number) => (secret, number)))
        {
            said.ToString().Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"secret {number} is in an answer");
        }
    }

    [Fact]
    public async Task Script_InWhatSomebodySent_StaysText()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        const string Script = "<script>alert(1)</script>";
        using (var response = await fixture.Host.PostAsync(
            "/v1/messages", $$"""{"model":"{{Script}}","messages":[{"role":"user","{{Script}}":"key {{Bodies.AwsKey}}"}]}""", ("x-session-id", Script)))
        {
            await fixture.Host.Sink.NextCompletedAsync();
        }

        var reply = await fixture.UntilAsync("/api/v1/findings", static reply => reply.Json.GetProperty("total").GetInt64() > 0);
        reply.Text.ShouldNotContain("<script>");
        reply.Json.GetProperty("findings")[0].GetProperty("model").GetString().ShouldBe(Script);
        (await fixture.Client.GetAsync("/api/v1/audit/export")).Headers["X-Content-Type-Options"].ShouldBe("nosniff");
    }
}

using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What a text is in the conversation: policy by role, in the record, and what of a provider limits the policy.</summary>
public sealed class RoleTests
{
    private const string Signature = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261126/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=00";

    [Theory]
    [InlineData("user", PolicyAction.Alert)]
    [InlineData("tool_result", PolicyAction.Block)]
    [InlineData("user tool_result", PolicyAction.Block)]
    public async Task RoleWithAnAction_DecidesForTextsOfThatRole(string places, PolicyAction expected)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with
        {
            Roles = config.Roles.Add(FieldRole.ToolResult, PolicyAction.Block),
        });
        var (user, result) = (In("user"), In("tool_result"));

        using var response = await host.PostAsync("/v1/messages", $$$"""
            {"messages":[
              {"role":"user","content":"x {{{user}}}"},
              {"role":"assistant","content":[{"type":"tool_use","id":"t","name":"run","input":{}}]},
              {"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"y {{{result}}}"}]}]}
            """);

        response.StatusCode.ShouldBe(expected == PolicyAction.Block ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        (await host.Sink.NextCompletedAsync()).Scan.Action.ShouldBe(expected);

        string In(string place) => places.Split(' ').Contains(place) ? Bodies.AwsKey : "nothing";
    }

    [Fact]
    public async Task Record_OfAFinding_SaysRoleAndTurn()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));
        await host.Sink.NextCompletedAsync();

        host.AuditText().ShouldContain("\"role\":\"user\",\"latest_turn\":true");
    }

    [Theory]
    [InlineData(true, HttpStatusCode.BadRequest)]
    [InlineData(false, HttpStatusCode.OK)]
    public async Task Redact_OfASignedBody_BlocksInsteadOfBreakingTheSignature(bool isSigned, HttpStatusCode expected)
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.Plain("{}");
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            config => config with
            {
                DefaultAction = PolicyAction.Redact,
                Proxy = config.Proxy with { Upstreams = config.Proxy.Upstreams.SetItem("bedrock", provider.BaseAddress) },
            },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Hooks));
        var body = $$$"""{"messages":[{"role":"user","content":[{"text":"{{{Bodies.AwsKey}}}"}]}]}""";

        using var response = await host.PostAsync("/model/m/converse", body, ("Authorization", isSigned ? Signature : "Bearer k"));

        response.StatusCode.ShouldBe(expected);
        if (isSigned)
        {
            (await response.Content.ReadAsStringAsync()).ShouldStartWith("""{"__type":"ValidationException","message":"[lumen-argus] Request blocked""");
            provider.Requests.ShouldBeEmpty();
        }
        else
        {
            provider.Requests.ShouldHaveSingleItem().BodyText.ShouldContain("[REDACTED:aws_access_key]");
        }
    }

    [Fact]
    public async Task Reload_OfRoles_CountsForTheNextExchange()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        var report = await host.Product.ReloadAsync(
            host.Product.Generation.Config with { Roles = host.Product.Generation.Config.Roles.Add(FieldRole.User, PolicyAction.Block) }, Limits.Token().Token);

        report.Changes.ShouldHaveSingleItem().Key.ShouldBe("roles.user.action");
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}

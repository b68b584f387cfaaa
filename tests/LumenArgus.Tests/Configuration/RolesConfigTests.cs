using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration.Sections;
using LumenArgus.Proxy.Providers;
using LumenArgus.Storage;

namespace LumenArgus.Tests.Configuration;

public sealed class RolesConfigTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Read_Roles_GivesTheirActions()
    {
        var config = _fixture.ReadValid("""
            default_action: block
            roles:
              tool_result: {action: redact}
              property_name: {action: log}
              user: {action: ""}
            """);

        config.Roles.Count.ShouldBe(2);
        config.DefaultActionFor(FieldRole.ToolResult).ShouldBe(PolicyAction.Redact);
        config.DefaultActionFor(FieldRole.PropertyName).ShouldBe(PolicyAction.Log);
        config.DefaultActionFor(FieldRole.User).ShouldBe(PolicyAction.Block);
    }

    [Fact]
    public void Read_EveryRole_HasAName()
    {
        foreach (var role in Enum.GetValues<FieldRole>())
        {
            _fixture.ReadValid($"roles: {{{WireNames.Of(role)}: {{action: log}}}}").Roles.Keys.ShouldBe([role]);
        }
    }

    [Fact]
    public void Read_Mistakes_AreNamed()
    {
        _fixture.Errors("""
            roles:
              asistant: {action: block}
              user: {action: stop}
              system: block
            """).ShouldBe([
            "config.yaml:2 roles.asistant is no role: assistant, document, metadata, property_name, system, tool_call, tool_definition, tool_result, unknown, user; did you mean 'assistant'?",
            "config.yaml:3 roles.user.action must be one of log, alert, redact, block (was stop)",
            "config.yaml:4 roles.system must be a section with keys of its own",
        ]);
        _fixture.Warnings("roles: {user: {acton: log}}").ShouldHaveSingleItem().ShouldContain("roles.user.acton is not a known key");
    }

    [Fact]
    public void ProviderNames_OfTheConfiguration_AreThoseOfTheProxy() =>
        ProxySection.ProviderNames.Order(StringComparer.Ordinal).ShouldBe(BuiltInProviders.All.Select(static provider => provider.Name).Order(StringComparer.Ordinal));
}

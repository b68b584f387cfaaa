using LumenArgus.Proxy.Identity.Clients;

namespace LumenArgus.Tests.Identity;

public sealed class ClientRegistryTests
{
    private static readonly string[] Kinds = ["env_var", "config_file", "ide_settings", "manual", "unsupported"];

    [Fact]
    public void All_Tools_AreTheTwentySevenOfTheOriginal() => ClientRegistry.All.Select(static client => client.Id).Order(StringComparer.Ordinal).ShouldBe(
        "aide aider amazon_q antigravity augment claude_code cline codebuddy codex_cli cody continue copilot copilot_cli cursor droid gemini_assist gemini_cli kilo_code kiro kiro_cli opencode qoder roo_code tabnine trae warp windsurf".Split(' '));

    [Fact]
    public void All_Entries_AreWhole()
    {
        foreach (var client in ClientRegistry.All)
        {
            client.Category.ShouldBeOneOf("cli", "ide");
            client.Provider.ShouldBeOneOf("anthropic", "openai", "gemini", "multi");
            client.UserAgentPrefixes.ShouldNotBeEmpty();
            client.UserAgentPrefixes.ShouldAllBe(prefix => !prefix.Any(char.IsUpper));
            client.Proxy.Kind.ShouldBeOneOf(Kinds);
            client.Proxy.Instructions.ShouldNotBeEmpty();
            new Uri(client.Website).Scheme.ShouldBe("https");
        }
    }

    [Fact]
    public void FindByProduct_EveryPrefix_LeadsToItsOwnTool()
    {
        foreach (var client in ClientRegistry.All)
        {
            foreach (var prefix in client.UserAgentPrefixes)
            {
                ClientRegistry.FindByProduct(prefix + "1.0").ShouldBe(client, prefix);
            }
        }
    }

    [Theory]
    [InlineData("claude-cli/2.1.330", "claude_code")]
    [InlineData("claude-code/1.0", "claude_code")]
    [InlineData("codex_exec/0.169.0", "codex_cli")]
    [InlineData("codex_cli_rs/0.60.0", "codex_cli")]
    [InlineData("codex-tui/0.169.0", "codex_cli")]
    [InlineData("GeminiCLI-tui/0.61.0/gemini-3.1-pro-preview", "gemini_cli")]
    [InlineData("GeminiCLI/0.9.0/gemini-2.5-pro", "gemini_cli")]
    [InlineData("GitHubCopilotChat/0.40.0", "copilot")]
    [InlineData("copilot/1.0.9", "copilot_cli")]
    [InlineData("Cursor/3.1", "cursor")]
    [InlineData("curl/8.5", null)]
    public void FindByProduct_WhatToolsSend_IsRecognised(string product, string? expected) => (ClientRegistry.FindByProduct(product)?.Id).ShouldBe(expected);
}

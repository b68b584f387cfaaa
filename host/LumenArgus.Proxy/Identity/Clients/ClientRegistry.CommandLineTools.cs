using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Identity.Clients;

/// <summary>Tools of the command line that can be pointed at the proxy.</summary>
public static partial class ClientRegistry
{
    private static ImmutableArray<ClientDefinition> CommandLineTools =>
    [
        new()
        {
            Id = "claude_code",
            DisplayName = "Claude Code",
            Category = "cli",
            Provider = "anthropic",
            UserAgentPrefixes = ["claude-cli/", "claude-code/"],
            Proxy = new()
            {
                Kind = "env_var",
                Instructions = "Set ANTHROPIC_BASE_URL to the proxy's address, then start claude.",
                EnvironmentVariable = "ANTHROPIC_BASE_URL",
                Command = "ANTHROPIC_BASE_URL=http://localhost:8080 claude",
            },
            Website = "https://claude.com/claude-code",
            Binary = "claude",
            NpmPackage = "@anthropic-ai/claude-code",
            VersionCommand = "claude --version",
        },
        new()
        {
            Id = "copilot_cli",
            DisplayName = "GitHub Copilot CLI",
            Category = "cli",
            Provider = "multi",
            UserAgentPrefixes = ["copilot/"],
            Proxy = new()
            {
                Kind = "manual",
                Instructions = "It has no address of its own to set: let it use the forward proxy.",
                Alternative = "With a model of your own: set COPILOT_PROVIDER_BASE_URL to the proxy's address.",
                NeedsForwardProxy = true,
            },
            Website = "https://docs.github.com/copilot",
            Binary = "copilot",
            BrewFormula = "copilot",
            VersionCommand = "copilot --version",
        },
        new()
        {
            Id = "aider",
            DisplayName = "Aider",
            Category = "cli",
            Provider = "multi",
            UserAgentPrefixes = ["aider/"],
            Proxy = new()
            {
                Kind = "env_var",
                Instructions = "Set OPENAI_BASE_URL to the proxy's address with /v1 behind it; for Claude models ANTHROPIC_BASE_URL, without /v1.",
                EnvironmentVariable = "OPENAI_BASE_URL",
                Command = "OPENAI_BASE_URL=http://localhost:8080/v1 aider",
                Alternative = "ANTHROPIC_BASE_URL=http://localhost:8080 aider",
            },
            Website = "https://aider.chat",
            Binary = "aider",
            PipPackage = "aider-chat",
            BrewFormula = "aider",
            VersionCommand = "aider --version",
        },
        new()
        {
            Id = "codex_cli",
            DisplayName = "Codex CLI",
            Category = "cli",
            Provider = "openai",
            UserAgentPrefixes = ["codex_", "codex-", "codex/", "openai-codex/"],
            Proxy = new()
            {
                Kind = "config_file",
                Instructions = "Add a model provider with the proxy's address to config.toml; 'lumen-argus serve' prints the lines.",
                EnvironmentVariable = "OPENAI_BASE_URL",
                ConfigFile = "~/.codex/config.toml",
                ConfigKey = "model_providers.lumen-argus.base_url",
                Alternative = "OPENAI_BASE_URL=http://localhost:8080/v1 codex, which older versions read",
            },
            Website = "https://github.com/openai/codex",
            Binary = "codex",
            NpmPackage = "@openai/codex",
            VersionCommand = "codex --version",
        },
        new()
        {
            Id = "opencode",
            DisplayName = "OpenCode",
            Category = "cli",
            Provider = "multi",
            UserAgentPrefixes = ["opencode/"],
            Proxy = new()
            {
                Kind = "env_var",
                Instructions = "Set OPENAI_BASE_URL or ANTHROPIC_BASE_URL to the proxy's address, or options.baseURL of each provider in opencode.json.",
                EnvironmentVariable = "OPENAI_BASE_URL",
                Command = "OPENAI_BASE_URL=http://localhost:8080/v1 opencode",
                ConfigFile = "~/.config/opencode/opencode.json",
                ConfigKey = "provider.<name>.options.baseURL",
                Alternative = "ANTHROPIC_BASE_URL=http://localhost:8080 opencode",
            },
            Website = "https://opencode.ai",
            Binary = "opencode",
            NpmPackage = "opencode-ai",
            VersionCommand = "opencode --version",
        },
        new()
        {
            Id = "gemini_cli",
            DisplayName = "Gemini CLI",
            Category = "cli",
            Provider = "gemini",
            UserAgentPrefixes = ["geminicli", "gemini-cli/"],
            Proxy = new()
            {
                Kind = "env_var",
                Instructions = "Set GOOGLE_GEMINI_BASE_URL to the proxy's address, then start gemini.",
                EnvironmentVariable = "GOOGLE_GEMINI_BASE_URL",
                Command = "GOOGLE_GEMINI_BASE_URL=http://localhost:8080 gemini",
            },
            Website = "https://github.com/google-gemini/gemini-cli",
            Binary = "gemini",
            NpmPackage = "@google/gemini-cli",
            BrewFormula = "gemini-cli",
            VersionCommand = "gemini --version",
        },
        new()
        {
            Id = "droid",
            DisplayName = "Factory Droid",
            Category = "cli",
            Provider = "multi",
            UserAgentPrefixes = ["droid/", "factory/", "factory-cli/"],
            Proxy = new()
            {
                Kind = "manual",
                Instructions = "Set base_url of your own models in ~/.factory/settings.json to the proxy's address.",
                ConfigFile = "~/.factory/settings.json",
                ConfigKey = "base_url",
            },
            Website = "https://factory.ai",
            Binary = "droid",
            NpmPackage = "@factory/cli",
            VsCodeExtension = "Factory.factory-vscode-extension",
            VersionCommand = "droid --version",
        },
        new()
        {
            Id = "codebuddy",
            DisplayName = "CodeBuddy",
            Category = "cli",
            Provider = "multi",
            UserAgentPrefixes = ["codebuddy/"],
            Proxy = new()
            {
                Kind = "manual",
                Instructions = "Set the address of your own models in models.json to the proxy's address.",
                ConfigFile = "~/.codebuddy/models.json",
            },
            Website = "https://www.codebuddy.ai",
            Binary = "codebuddy",
            NpmPackage = "@tencent-ai/codebuddy-code",
            VsCodeExtension = "Tencent-Cloud.coding-copilot",
            JetBrainsPlugin = "tencent-cloud-codebuddy",
            VersionCommand = "codebuddy --version",
        },
    ];
}

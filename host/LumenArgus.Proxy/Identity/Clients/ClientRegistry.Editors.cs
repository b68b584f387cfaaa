using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Identity.Clients;

/// <summary>Editors and their extensions that can be pointed at the proxy.</summary>
public static partial class ClientRegistry
{
    private static ImmutableArray<ClientDefinition> Editors =>
    [
        new()
        {
            Id = "cursor",
            DisplayName = "Cursor",
            Category = "ide",
            Provider = "multi",
            UserAgentPrefixes = ["cursor/"],
            Proxy = new()
            {
                Kind = "manual",
                Instructions = "Settings, Models, Override OpenAI Base URL. Cursor calls it from its own servers, so the proxy needs an address that they reach.",
            },
            Website = "https://cursor.com",
            Binary = "cursor",
            ApplicationName = "Cursor.app",
            VersionCommand = "cursor --version",
        },
        new()
        {
            Id = "copilot",
            DisplayName = "GitHub Copilot",
            Category = "ide",
            Provider = "openai",
            UserAgentPrefixes = ["githubcopilot", "github-copilot/", "copilot-"],
            Proxy = new()
            {
                Kind = "ide_settings",
                Instructions = "Set http.proxy in the settings of the editor to the forward proxy.",
                EditorSettingsKey = "http.proxy",
                NeedsForwardProxy = true,
            },
            Website = "https://github.com/features/copilot",
            VsCodeExtension = "github.copilot",
            JetBrainsPlugin = "github-copilot-intellij",
            NeovimPlugin = "copilot.vim",
        },
        new()
        {
            Id = "continue",
            DisplayName = "Continue",
            Category = "ide",
            Provider = "multi",
            UserAgentPrefixes = ["continue/"],
            Proxy = new()
            {
                Kind = "config_file",
                Instructions = "Set apiBase of each model to the proxy's address.",
                ConfigFile = "~/.continue/config.json",
                ConfigKey = "apiBase",
                Alternative = "apiBase in ~/.continue/config.yaml",
            },
            Website = "https://continue.dev",
            VsCodeExtension = "continue.continue",
            NeovimPlugin = "continue.nvim",
        },
        new()
        {
            Id = "cody",
            DisplayName = "Sourcegraph Cody",
            Category = "ide",
            Provider = "multi",
            UserAgentPrefixes = ["cody/", "sourcegraph-"],
            Proxy = new()
            {
                Kind = "ide_settings",
                Instructions = "Set cody.serverEndpoint in the settings of the editor.",
                EditorSettingsKey = "cody.serverEndpoint",
            },
            Website = "https://sourcegraph.com/cody",
            VsCodeExtension = "sourcegraph.cody-ai",
            JetBrainsPlugin = "sourcegraph",
            NeovimPlugin = "sg.nvim",
        },
        new()
        {
            Id = "cline",
            DisplayName = "Cline",
            Category = "ide",
            Provider = "multi",
            UserAgentPrefixes = ["cline/"],
            Proxy = new()
            {
                Kind = "manual",
                Instructions = "In the settings of the extension choose your provider, tick its custom base URL and enter the proxy's address.",
            },
            Website = "https://cline.bot",
            VsCodeExtension = "saoudrizwan.claude-dev",
        },
        new()
        {
            Id = "roo_code",
            DisplayName = "Roo Code",
            Category = "ide",
            Provider = "multi",
            UserAgentPrefixes = ["roocode/", "roo-code/", "roo/"],
            Proxy = new()
            {
                Kind = "manual",
                Instructions = "In the settings of the extension choose your provider, tick its custom base URL and enter the proxy's address.",
            },
            Website = "https://roocode.com",
            VsCodeExtension = "rooveterinaryinc.roo-cline",
        },
        new()
        {
            Id = "aide",
            DisplayName = "Aide",
            Category = "ide",
            Provider = "multi",
            UserAgentPrefixes = ["aide/", "codestory/"],
            Proxy = new()
            {
                Kind = "manual",
                Instructions = "In the settings of the models enter the proxy's address as base URL.",
            },
            Website = "https://aide.dev",
            Binary = "aide",
            ApplicationName = "Aide.app",
        },
        new()
        {
            Id = "kilo_code",
            DisplayName = "Kilo Code",
            Category = "ide",
            Provider = "multi",
            UserAgentPrefixes = ["kilo-code/", "kilo/"],
            Proxy = new()
            {
                Kind = "manual",
                Instructions = "In the settings of the extension choose your provider, tick its custom base URL and enter the proxy's address.",
            },
            Website = "https://kilocode.ai",
            NpmPackage = "@kilocode/cli",
            VsCodeExtension = "kilocode.Kilo-Code",
        },
    ];
}

using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Identity.Clients;

/// <summary>Tools that only talk to their maker's own service; recognised, but not to be pointed elsewhere.</summary>
public static partial class ClientRegistry
{
    private static ImmutableArray<ClientDefinition> Unsupported =>
    [
        Closed("windsurf", "Windsurf", "ide", ["windsurf/", "codeium/"], "https://windsurf.com") with { Binary = "windsurf", ApplicationName = "Windsurf.app" },
        Closed("amazon_q", "Amazon Q Developer", "ide", ["amazon-q/", "amazonq-", "aws-toolkit"], "https://aws.amazon.com/q/developer/") with
        {
            Binary = "q",
            VsCodeExtension = "amazonwebservices.aws-toolkit-vscode",
            JetBrainsPlugin = "aws-toolkit-jetbrains",
        },
        Closed("tabnine", "Tabnine", "ide", ["tabnine/"], "https://www.tabnine.com") with { VsCodeExtension = "tabnine.tabnine-vscode", JetBrainsPlugin = "tabnine-intellij" },
        Closed("augment", "Augment Code", "ide", ["augment/", "augment."], "https://www.augmentcode.com") with { VsCodeExtension = "augment.augment-vscode" },
        Closed("gemini_assist", "Gemini Code Assist", "ide", ["gemini-code-assist/"], "https://codeassist.google") with
        {
            Provider = "gemini",
            VsCodeExtension = "google.gemini-code-assist",
        },
        Closed("antigravity", "Antigravity", "ide", ["antigravity/"], "https://antigravity.google") with { Binary = "antigravity", ApplicationName = "Antigravity.app" },
        Closed("kiro", "Kiro", "ide", ["kiro/", "kiroide"], "https://kiro.dev") with { Binary = "kiro", ApplicationName = "Kiro.app" },
        Closed("kiro_cli", "Kiro CLI", "cli", ["kiro-cli/"], "https://kiro.dev/cli/") with { Binary = "kiro-cli", VersionCommand = "kiro-cli --version" },
        Closed("trae", "Trae", "ide", ["trae/"], "https://www.trae.ai") with { ApplicationName = "Trae.app" },
        Closed("qoder", "Qoder", "ide", ["qoder/"], "https://qoder.com") with { ApplicationName = "Qoder.app" },
        Closed("warp", "Warp", "cli", ["warp/"], "https://www.warp.dev") with { Binary = "warp", ApplicationName = "Warp.app" },
    ];

    private static ClientDefinition Closed(string id, string displayName, string category, ImmutableArray<string> prefixes, string website) => new()
    {
        Id = id,
        DisplayName = displayName,
        Category = category,
        Provider = "multi",
        UserAgentPrefixes = prefixes,
        Website = website,
        Proxy = new() { Kind = "unsupported", Instructions = "It talks to its maker's service only and has no address to set." },
    };
}

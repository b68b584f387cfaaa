using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>An AI coding tool: how it is recognised, how it is pointed at the proxy, how an installed one is found.</summary>
public sealed record ClientDefinition
{
    /// <summary>Stable identifier, the <c>client_name</c> of records.</summary>
    public required string Id { get; init; }

    /// <summary>The name its maker gives it.</summary>
    public required string DisplayName { get; init; }

    /// <summary><c>cli</c> or <c>ide</c>.</summary>
    public required string Category { get; init; }

    /// <summary><c>anthropic</c>, <c>openai</c>, <c>gemini</c> or <c>multi</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>How the first product of its User-Agent begins, in lower case.</summary>
    public required ImmutableArray<string> UserAgentPrefixes { get; init; }

    /// <summary>How it is pointed at the proxy.</summary>
    public required ClientProxySetup Proxy { get; init; }

    /// <summary>Where it is described.</summary>
    public required string Website { get; init; }

    /// <summary>Its command.</summary>
    public string? Binary { get; init; }

    /// <summary>Its Python package.</summary>
    public string? PipPackage { get; init; }

    /// <summary>Its npm package.</summary>
    public string? NpmPackage { get; init; }

    /// <summary>Its Homebrew formula.</summary>
    public string? BrewFormula { get; init; }

    /// <summary>Its extension of Visual Studio Code.</summary>
    public string? VsCodeExtension { get; init; }

    /// <summary>Its plugin of the JetBrains tools.</summary>
    public string? JetBrainsPlugin { get; init; }

    /// <summary>Its plugin of Neovim.</summary>
    public string? NeovimPlugin { get; init; }

    /// <summary>Its application bundle.</summary>
    public string? ApplicationName { get; init; }

    /// <summary>The command that prints its version.</summary>
    public string? VersionCommand { get; init; }
}

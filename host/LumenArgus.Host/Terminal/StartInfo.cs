using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Startup;

namespace LumenArgus.Host.Terminal;

/// <summary>What the user is told at start.</summary>
internal sealed record StartInfo
{
    /// <summary>The address as configured.</summary>
    public required string Bind { get; init; }

    /// <summary>The port really in use.</summary>
    public required int Port { get; init; }

    public required PolicyAction DefaultAction { get; init; }

    /// <summary>Whether a plugin brings a redact hook.</summary>
    public bool CanRedact { get; init; }

    public required IReadOnlyList<StartedPlugin> Plugins { get; init; }

    /// <summary>Folders that were searched for plugins, shown if none was found.</summary>
    public IReadOnlyList<string> ExtensionFolders { get; init; } = [];

    public string? ConfigFile { get; init; }

    public string? AuditFile { get; init; }

    /// <summary>Opens the dashboard to who follows it; null without one.</summary>
    public string? DashboardLink { get; init; }

    /// <summary>Where the dashboard is, for those who keep what is printed; null without one.</summary>
    public string? DashboardUrl { get; init; }

    /// <summary>The URL a tool on this machine uses.</summary>
    public string Url => ProxyUrl.Of(Bind, Port);
}

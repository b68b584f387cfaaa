using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.CommandLine;

/// <summary>The flags of <c>lumen-argus serve</c>. Null: the configuration decides.</summary>
internal sealed record ServeOptions
{
    /// <summary>Port to listen on; 0 lets the system choose a free one.</summary>
    public int? Port { get; init; }

    public string? Host { get; init; }

    public string? ConfigPath { get; init; }

    public string? LogDir { get; init; }

    public TerminalFormat Format { get; init; }

    public bool NoColor { get; init; }

    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    public PolicyAction? Action { get; init; }

    /// <summary>Folders with plugins, searched before all others.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>Whether the folder that came with the product is searched too.</summary>
    public bool IncludeBundledExtensions { get; init; } = true;

    /// <summary>Whether plugins are replaced as soon as something changes in the extension folders.</summary>
    public bool WatchExtensions { get; init; }

    /// <summary>Whether the plugins' rules are not put into the table of rules when they are first seen; they run all the same.</summary>
    public bool NoDefaultRules { get; init; }

    /// <summary>Port of the dashboard; 0 lets the system choose a free one.</summary>
    public int? DashboardPort { get; init; }

    /// <summary>Whether there is no dashboard, whatever the configuration says.</summary>
    public bool NoDashboard { get; init; }

    /// <summary>Flags that were given but have no effect in this version, to be told to the user.</summary>
    public ImmutableArray<string> UnsupportedFlags { get; init; } = [];

    /// <summary>Puts the flags over the configuration.</summary>
    public LumenArgusConfig ApplyTo(LumenArgusConfig config) => config with
    {
        DefaultAction = Action ?? config.DefaultAction,
        Proxy = config.Proxy with { Port = Port ?? config.Proxy.Port, Bind = Host ?? config.Proxy.Bind },
        Rules = NoDefaultRules ? config.Rules with { AutoImport = false } : config.Rules,
        Dashboard = config.Dashboard with { Port = DashboardPort ?? config.Dashboard.Port, Enabled = config.Dashboard.Enabled && !NoDashboard },
        Audit = LogDir is null ? config.Audit : config.Audit with { LogDir = Path.GetFullPath(LogDir) },
    };

    /// <summary>Whether a flag decides about a setting.</summary>
    /// <param name="key">The key with its parents.</param>
    public bool Sets(string key) => key switch
    {
        "default_action" => Action is not null,
        "proxy.port" => Port is not null,
        "proxy.bind" => Host is not null,
        "rules.auto_import" => NoDefaultRules,
        "dashboard.port" => DashboardPort is not null,
        "dashboard.enabled" => NoDashboard,
        "audit.log_dir" => LogDir is not null,
        _ => false,
    };
}

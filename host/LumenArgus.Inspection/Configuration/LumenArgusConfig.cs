using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Allowlists;

namespace LumenArgus.Inspection.Configuration;

/// <summary>The configuration of the host: immutable, complete (defaults filled in), valid, with absolute paths.</summary>
public sealed record LumenArgusConfig
{
    /// <summary><c>version</c>: the format of the file. Default <c>1</c>.</summary>
    public string Version { get; init; } = "1";

    /// <summary><c>default_action</c>: for findings of detectors without an action of their own. Default alert.</summary>
    public PolicyAction DefaultAction { get; init; } = PolicyAction.Alert;

    /// <summary><c>proxy</c>.</summary>
    public ProxyConfig Proxy { get; init; } = new();

    /// <summary><c>detectors</c>, by name. A detector that is not listed is enabled and has the default action.</summary>
    public ImmutableDictionary<string, DetectorConfig> Detectors { get; init; } = ImmutableDictionary<string, DetectorConfig>.Empty;

    /// <summary><c>roles</c>: for texts of these roles, in the place of <see cref="DefaultAction"/>.</summary>
    public ImmutableDictionary<FieldRole, PolicyAction> Roles { get; init; } = ImmutableDictionary<FieldRole, PolicyAction>.Empty;

    /// <summary><c>audit</c>.</summary>
    public required AuditConfig Audit { get; init; }

    /// <summary><c>logging</c>.</summary>
    public required LoggingConfig Logging { get; init; }

    /// <summary><c>plugins</c>.</summary>
    public PluginsConfig Plugins { get; init; } = new();

    /// <summary><c>pipeline</c>.</summary>
    public PipelineConfig Pipeline { get; init; } = new();

    /// <summary><c>websocket</c>: limits of WebSocket connections.</summary>
    public WebSocketConfig WebSocket { get; init; } = new();

    /// <summary><c>allowlists</c>: what is known to be harmless.</summary>
    public AllowlistOptions Allowlists { get; init; } = new();

    /// <summary><c>custom_rules</c>.</summary>
    public ImmutableArray<CustomRule> CustomRules { get; init; } = [];

    /// <summary><c>mcp</c>: which tools may be called by the Model Context Protocol.</summary>
    public McpConfig Mcp { get; init; } = new();

    /// <summary><c>fail</c>: what happens to the traffic when a part of the inspection fails.</summary>
    public FailConfig Fail { get; init; } = new();

    /// <summary><c>analytics</c>: the database of findings.</summary>
    public required AnalyticsConfig Analytics { get; init; }

    /// <summary><c>dedup</c>: what is remembered of earlier requests.</summary>
    public DedupConfig Dedup { get; init; } = new();

    /// <summary><c>rules</c>: the table of rules in the database.</summary>
    public RulesConfig Rules { get; init; } = new();

    /// <summary><c>notifications</c>: who is told of findings.</summary>
    public NotificationsConfig Notifications { get; init; } = new();

    /// <summary><c>telemetry</c>: where traces and metrics are sent.</summary>
    public TelemetryConfig Telemetry { get; init; } = new();

    /// <summary><c>dashboard</c>: pages and API beside the proxy.</summary>
    public DashboardConfig Dashboard { get; init; } = new();

    /// <summary>The configuration without any file.</summary>
    /// <param name="home">Where audit and log files go.</param>
    /// <returns>All defaults.</returns>
    public static LumenArgusConfig Defaults(LumenArgusHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        return new LumenArgusConfig
        {
            Audit = new AuditConfig { LogDir = home.AuditDirectory },
            Logging = new LoggingConfig { LogDir = home.LogDirectory },
            Analytics = new AnalyticsConfig { DbPath = home.DatabaseFile },
        };
    }

    /// <summary>The action of a finding in a text of a role, unless its detector has an action of its own.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The role's action, else the default.</returns>
    public PolicyAction DefaultActionFor(FieldRole role) => Roles.GetValueOrDefault(role, DefaultAction);

    /// <summary>The configuration of a detector, listed or not.</summary>
    /// <param name="name">The detector's name.</param>
    /// <returns>Its entry, else the defaults.</returns>
    public DetectorConfig Detector(string name) => Detectors.GetValueOrDefault(name, DetectorConfig.Default);

    /// <summary>The configuration of a plugin, listed or not.</summary>
    /// <param name="id">The plugin's identifier.</param>
    /// <returns>Its entry, else the defaults.</returns>
    public PluginConfig Plugin(string id) => Plugins.ById.GetValueOrDefault(id, PluginConfig.Default);
}

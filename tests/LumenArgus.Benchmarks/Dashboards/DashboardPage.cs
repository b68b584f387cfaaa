namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>A page, and what it asks when it is opened (<c>dashboard-ui/src/pages</c>), all at once.</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">What it shows first.</param>
/// <param name="Rest">What else it asks meanwhile.</param>
internal sealed record DashboardPage(string Name, string First, params string[] Rest)
{
    /// <summary>All of them. <c>{id}</c> and <c>{session}</c> stand for the newest finding and its conversation.</summary>
    public static IReadOnlyList<DashboardPage> All { get; } =
    [
        new("frame", "session", "status", "pages"),
        new("Overview, 30 days", "findings?limit=9", "stats?days=30", "stats/advanced?days=30", "sessions/dashboard?limit=6", "audit?limit=9"),
        new("Overview, 90 days", "findings?limit=9", "stats?days=90", "stats/advanced?days=90", "sessions/dashboard?limit=6", "audit?limit=9"),
        new("Findings", "findings?limit=50", "findings/facets"),
        new("Findings, severity and type", "findings?limit=50&severity=critical&finding_type=type_00", "findings/facets"),
        new("Findings, tool and project", "findings?limit=50&client=codex_cli&working_directory=project-07", "findings/facets"),
        new("Findings, words", "findings?limit=50&q=project", "findings/facets"),
        new("Findings, words that never were", "findings?limit=50&q=nowhere", "findings/facets"),
        new("One finding", "findings/{id}"),
        new("Sessions", "sessions?limit=100"),
        new("One session", "sessions/{session}"),
        new("Rules", "rules?limit=60", "rules/stats", "rules/analysis"),
        new("Allowlists", "allowlists"),
        new("Pipeline", "pipeline", "plugins"),
        new("Plugins", "plugins"),
        new("Activity, calls", "mcp/tool-calls?limit=100"),
        new("Activity, tools", "mcp/detected-tools", "mcp/tools", "mcp/baselines"),
        new("Activity, WebSockets", "ws/connections?limit=100", "ws/stats?days=7"),
        new("Audit", "audit?limit=50"),
        new("Logs", "logs/tail"),
        new("Notifications", "notifications/channels", "notifications/types"),
        new("Settings", "config", "status"),
        new("First run", "first-run"),
    ];
}

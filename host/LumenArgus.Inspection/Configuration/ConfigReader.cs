using LumenArgus.Inspection.Configuration.Reading;
using LumenArgus.Inspection.Configuration.Sections;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Reads <c>config.yaml</c>. All problems are found in one go; the file is never changed.</summary>
public static class ConfigReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="home">Gives the default folders and the meaning of <c>~</c>.</param>
    /// <returns>The configuration or the errors; never throws because of the file.</returns>
    public static ConfigResult Read(string path, LumenArgusHome home)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(home);
        var context = new ReadContext(path, home);
        var root = ConfigText.Load(path, context);
        return root is null && context.HasErrors
            ? context.ToResult(null)
            : context.ToResult(ReadRoot(new SectionReader(root, "", context), context));
    }

    private static LumenArgusConfig ReadRoot(SectionReader root, ReadContext context)
    {
        var defaults = LumenArgusConfig.Defaults(context.Home);
        var config = defaults with
        {
            Version = root.Choice("version", "1", [("1", "1")]),
            DefaultAction = root.Choice("default_action", defaults.DefaultAction, ActionChoices.All),
            Proxy = ProxySection.Read(root.Section("proxy"), context),
            Detectors = DetectorsSection.Read(root.Section("detectors"), context),
            Roles = RolesSection.Read(root.Section("roles")),
            Audit = AuditSection.Read(root.Section("audit"), defaults.Audit, context),
            Logging = LoggingSection.Read(root.Section("logging"), defaults.Logging, context),
            Plugins = PluginsSection.Read(root.Section("plugins"), context).With("lumenargus.ruleanalysis", SettingReader.Read(root.Section("rule_analysis"), context)),
            Pipeline = PipelineSection.Read(root.Section("pipeline")),
            WebSocket = WebSocketSection.Read(root.Section("websocket"), context),
            Allowlists = AllowlistsSection.Read(root.Section("allowlists"), context),
            CustomRules = CustomRulesSection.Read(root.Sections("custom_rules"), context),
            Mcp = McpSection.Read(root.Section("mcp")),
            Fail = FailSection.Read(root.Section("fail")),
            Analytics = AnalyticsSection.Read(root.Section("analytics"), defaults.Analytics, context),
            Dedup = DedupSection.Read(root.Section("dedup")),
            Rules = RulesSection.Read(root.Section("rules")),
            Notifications = NotificationsSection.Read(root, context),
            Telemetry = TelemetrySection.Read(root.Section("telemetry")),
            Dashboard = DashboardSection.Read(root.Section("dashboard"), context),
        };
        root.NotSupportedYet(
            "enrollment", "relay", "engine", "license_key",
            "redaction", "enterprise", "custom_detectors");
        if (root.Node("encoding_decode") is not null)
        {
            root.Warn("encoding_decode", "has no effect here: it belongs under pipeline.stages");
        }

        root.Finish();
        return config;
    }
}

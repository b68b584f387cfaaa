using LumenArgus.Inspection.Configuration.Reading;
using LumenArgus.Inspection.Configuration.Sections;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Reads <c>config.yaml</c>. All problems are found in one go; the file is never changed.</summary>
public static class ConfigReader
{
    private const long MaxFileBytes = 4 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="home">Gives the default folders and the meaning of <c>~</c>.</param>
    /// <returns>The configuration or the errors; never throws because of the file.</returns>
    public static ConfigResult Read(string path, LumenArgusHome home)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(home);
        var context = new ReadContext(path, home);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxFileBytes } file)
            {
                context.Error(0, 0, "", $"is larger than {MaxFileBytes} bytes ({file.Length})");
                return context.ToResult(null);
            }

            return Parse(File.ReadAllText(path), context);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Error(0, 0, "", $"cannot be read: {exception.Message}");
            return context.ToResult(null);
        }
    }

    private static ConfigResult Parse(string text, ReadContext context)
    {
        var root = YamlTree.Load(text, context);
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
            Audit = AuditSection.Read(root.Section("audit"), defaults.Audit, context),
            Logging = LoggingSection.Read(root.Section("logging"), defaults.Logging, context),
            Plugins = PluginsSection.Read(root.Section("plugins"), context),
            Pipeline = PipelineSection.Read(root.Section("pipeline")),
            Fail = FailSection.Read(root.Section("fail")),
        };
        root.NotSupportedYet(
            "allowlists", "custom_rules", "dashboard", "analytics", "mcp", "websocket", "enrollment", "relay", "engine", "license_key",
            "redaction", "notifications", "dedup", "rules", "rule_analysis", "enterprise", "custom_detectors");
        root.Finish();
        return config;
    }
}

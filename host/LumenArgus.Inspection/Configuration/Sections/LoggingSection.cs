using LumenArgus.Inspection.Configuration.Reading;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class LoggingSection
{
    private static readonly (string Name, LogLevel Value)[] Levels =
    [
        ("debug", LogLevel.Debug), ("info", LogLevel.Information), ("warning", LogLevel.Warning), ("error", LogLevel.Error),
    ];

    public static LoggingConfig Read(SectionReader section, LoggingConfig defaults, ReadContext context)
    {
        var logging = new LoggingConfig
        {
            LogDir = section.Scalar("log_dir") is { Value.Length: > 0 } node ? context.ResolvePath(node.Value) : defaults.LogDir,
            FileLevel = section.Choice("file_level", defaults.FileLevel, Levels),
            MaxSizeMb = (int)section.Integer("max_size_mb", defaults.MaxSizeMb, 1, 1024),
            BackupCount = (int)section.Integer("backup_count", defaults.BackupCount, 0, 100),
        };

        // Earlier versions checked these two and did nothing with them; a file that names what happens anyway is fine.
        WarnUnless(section, "format", "text", "json");
        WarnUnless(section, "output", "file", "stdout", "both");
        section.Finish();
        return logging;
    }

    private static void WarnUnless(SectionReader section, string key, string supported, params ReadOnlySpan<string> others)
    {
        var choices = new List<(string, string)> { (supported, supported) };
        foreach (var other in others)
        {
            choices.Add((other, other));
        }

        if (section.Choice(key, supported, choices) != supported)
        {
            section.Warn(key, $"has no effect in this version, which always uses {supported}");
        }
    }
}

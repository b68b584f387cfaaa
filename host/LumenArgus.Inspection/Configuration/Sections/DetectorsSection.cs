using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class DetectorsSection
{
    private static readonly string[] OwnKeys = ["enabled", "action"];

    public static ImmutableDictionary<string, DetectorConfig> Read(SectionReader section, ReadContext context)
    {
        var detectors = ImmutableDictionary.CreateBuilder<string, DetectorConfig>(StringComparer.Ordinal);
        foreach (var name in section.Keys)
        {
            detectors[name] = ReadOne(section.Section(name), context);
        }

        return detectors.ToImmutable();
    }

    private static DetectorConfig ReadOne(SectionReader section, ReadContext context)
    {
        var enabled = section.Boolean("enabled", fallback: true);

        // An empty text is how older files say "the default action".
        PolicyAction? action = section.Scalar("action") is { Value.Length: > 0 }
            ? section.Choice("action", PolicyAction.Alert, ActionChoices.All)
            : null;
        foreach (var entry in section.Unread)
        {
            // Other keys belong to the plugin; only what looks like a slip of ours is pointed at.
            if (Suggestion.Closest(entry.Key.Value, OwnKeys) is { } closest)
            {
                section.Warn(entry, $"is handed to the detector's plugin; did you mean '{closest}'?");
            }
        }

        return new DetectorConfig { Enabled = enabled, Action = action, Settings = SettingReader.Read(section, context) };
    }
}

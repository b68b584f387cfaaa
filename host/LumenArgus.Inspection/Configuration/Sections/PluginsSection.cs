using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class PluginsSection
{
    private static readonly (string Name, OnFault Value)[] OnFaults =
    [
        ("allow", OnFault.Allow), ("block", OnFault.Block), ("block_if_no_other_detector", OnFault.BlockIfNoOtherDetector),
    ];

    public static PluginsConfig Read(SectionReader section, ReadContext context)
    {
        // "pinned" and "signed" would promise a check that does not exist yet: they are errors, not warnings.
        section.Choice("trust", "open", [("open", "open")]);
        var onFault = section.Choice("on_fault", OnFault.Allow, OnFaults);
        var plugins = ImmutableDictionary.CreateBuilder<string, PluginConfig>(StringComparer.Ordinal);
        foreach (var entry in section.Unread.ToArray())
        {
            // An identifier has at least two parts, so a slip in "trust" cannot be taken for a plugin.
            if (entry.Key.Value.AsSpan().IndexOfAny('.', '-') > 0)
            {
                plugins[entry.Key.Value] = ReadOne(section.Section(entry.Key.Value), context);
            }
        }

        section.Finish();
        return new PluginsConfig { OnFault = onFault, ById = plugins.ToImmutable() };
    }

    private static PluginConfig ReadOne(SectionReader section, ReadContext context) => new()
    {
        Enabled = section.Boolean("enabled", fallback: true),
        OnFault = section.Scalar("on_fault") is null ? null : section.Choice("on_fault", OnFault.Allow, OnFaults),
        Grant = section.Texts("grant"),
        Settings = SettingReader.Read(section, context),
    };
}

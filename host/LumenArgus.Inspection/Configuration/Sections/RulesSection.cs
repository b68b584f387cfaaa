using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class RulesSection
{
    public static RulesConfig Read(SectionReader section)
    {
        var defaults = new RulesConfig();
        var rules = new RulesConfig
        {
            AutoImport = section.Boolean("auto_import", defaults.AutoImport),
            RebuildDelay = TimeSpan.FromSeconds(section.Number("rebuild_delay_seconds", defaults.RebuildDelay.TotalSeconds, 0, 60)),
        };
        section.Finish();
        return rules;
    }
}

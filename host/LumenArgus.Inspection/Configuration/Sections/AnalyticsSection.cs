using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class AnalyticsSection
{
    public static AnalyticsConfig Read(SectionReader section, AnalyticsConfig defaults, ReadContext context)
    {
        var analytics = new AnalyticsConfig
        {
            Enabled = section.Boolean("enabled", defaults.Enabled),
            DbPath = section.Scalar("db_path") is { Value.Length: > 0 } node ? context.ResolvePath(node.Value) : defaults.DbPath,
            RetentionDays = (int)section.Integer("retention_days", defaults.RetentionDays, 1, 36_500),
            HashSecrets = section.Boolean("hash_secrets", defaults.HashSecrets),
            StoreContext = section.Boolean("store_context", defaults.StoreContext),
        };
        section.Finish();
        return analytics;
    }
}

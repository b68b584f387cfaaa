using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class AuditSection
{
    public static AuditConfig Read(SectionReader section, AuditConfig defaults, ReadContext context)
    {
        var audit = new AuditConfig
        {
            LogDir = section.Scalar("log_dir") is { Value.Length: > 0 } node ? context.ResolvePath(node.Value) : defaults.LogDir,
            RetentionDays = (int)section.Integer("retention_days", defaults.RetentionDays, 1, 36_500),
            MaxSizeMb = (int)section.Integer("max_size_mb", defaults.MaxSizeMb, 1, 10_000),
            HashChain = section.Boolean("hash_chain", defaults.HashChain),
        };
        section.NotSupportedYet("include_request_summary", "redact_findings_in_log");
        section.Finish();
        return audit;
    }
}

using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Audit;

namespace LumenArgus.Inspection.Records;

/// <summary>From the configuration to the log.</summary>
public static class AuditSettings
{
    /// <summary>How the files are to be written. A reload sets them on the open log.</summary>
    /// <param name="audit">The section <c>audit</c>.</param>
    /// <returns>The options.</returns>
    public static AuditFileOptions OptionsOf(AuditConfig audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return new AuditFileOptions { MaxBytes = audit.MaxSizeMb * 1024L * 1024L, HashChain = audit.HashChain };
    }
}

using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage.Audit;

namespace LumenArgus.Inspection.Reloading;

/// <summary><c>audit.max_size_mb</c> and <c>audit.hash_chain</c>. The retention looks at the configuration in use by itself.</summary>
internal sealed class AuditReload(AuditLog log) : IReloadable
{
    public void Reload(LumenArgusConfig config) => log.Options = AuditSettings.OptionsOf(config.Audit);
}

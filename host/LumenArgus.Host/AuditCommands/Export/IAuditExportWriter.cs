namespace LumenArgus.Host.AuditCommands.Export;

/// <summary>One form of <c>audit export</c>. Disposing it writes the end.</summary>
internal interface IAuditExportWriter : IDisposable
{
    void Write(AuditRecord record);
}

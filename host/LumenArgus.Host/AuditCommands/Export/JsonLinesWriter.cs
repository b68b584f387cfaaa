namespace LumenArgus.Host.AuditCommands.Export;

/// <summary>The lines byte for byte.</summary>
internal sealed class JsonLinesWriter(Stream output) : IAuditExportWriter
{
    public void Write(AuditRecord record) => output.Write(record.Line.Bytes.Span);

    public void Dispose() => output.Flush();
}

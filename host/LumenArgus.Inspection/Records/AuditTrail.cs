using LumenArgus.Abstractions.Model;
using LumenArgus.Storage.Audit;

namespace LumenArgus.Inspection.Records;

/// <summary>Writes the audit line of an exchange. A line with a decision other than pass is in the hands of the operating system before the response completes.</summary>
public sealed class AuditTrail(AuditLog log)
{
    /// <summary>Writes the line of a decided exchange.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Whether it was written; that the disk refuses also shows in <c>/health</c>.</returns>
    public async ValueTask<bool> WriteAsync(ExchangeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var result = await log.AppendAsync(ToEntry(record), durable: record.Scan.Action != PolicyAction.Pass);
        return result.Written;
    }

    private static AuditEntry ToEntry(ExchangeRecord record) => new()
    {
        Timestamp = record.Timestamp,
        RequestId = record.RequestId,
        ExchangeId = record.ExchangeId,
        Provider = record.Provider,
        Model = record.Model,
        Endpoint = record.Path,
        Action = record.ActionName,
        Findings = record.Scan.Findings,
        ScanDurationMs = record.Scan.ScanDurationMs,
        RequestSizeBytes = record.RequestBytes,
        Passed = record.Passed,
        Session = record.Session,
    };
}

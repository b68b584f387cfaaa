using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.FindingStores;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Records;

/// <summary>The one exit: every record goes to the audit trail first, then to every sink in the order of registration.</summary>
/// <param name="audit">Where what must not be lost is written.</param>
/// <param name="store">How the database does.</param>
/// <param name="sinks">Who else wants to know.</param>
/// <param name="findings">What gives findings to a plugin's store; null where there is no database.</param>
/// <param name="labels">What masks the texts of records; null where none has any.</param>
public sealed class ExchangeRecorder(
    AuditTrail audit, StoreStatus store, IEnumerable<IExchangeSink> sinks, FindingStoreQueue? findings = null, LabelScan? labels = null)
{
    private readonly ImmutableArray<IExchangeSink> _sinks = [.. sinks];

    /// <summary>Records a decision.</summary>
    /// <param name="record">The record.</param>
    /// <param name="fail">What happens when it cannot be recorded; null where there is nothing to stop.</param>
    /// <returns>The record; with another decision if it cannot be recorded and that matters.</returns>
    public async ValueTask<ExchangeRecord> DecidedAsync(ExchangeRecord record, FailConfig? fail)
    {
        ArgumentNullException.ThrowIfNull(record);
        record = await MaskedAsync(record);
        if (fail?.Store == FailMode.Closed && (findings?.Fault ?? store.Fault) is not null && !record.Scan.Findings.IsEmpty)
        {
            var what = findings?.Fault is null ? "database" : "plugin that keeps them";
            record = record.With(FailTable.Finding(FailCase.Store, fail.Store, "store", $"the findings cannot be stored: the {what} does not work"));
        }

        if (!await audit.WriteAsync(record) && record.Scan.Action != PolicyAction.Pass)
        {
            record = record.With(FailTable.Finding(FailCase.Audit, fail?.Audit ?? FailMode.Open, "audit", "the audit line could not be written"));
        }

        foreach (var sink in _sinks)
        {
            await sink.DecidedAsync(record);
        }

        return record;
    }

    /// <summary>Records what was found in a response. A clean one has no line of its own.</summary>
    /// <param name="record">The record of the exchange, with the scan of its response.</param>
    /// <returns>A task that ends when it is recorded.</returns>
    public async ValueTask ResponseScannedAsync(ExchangeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        record = await MaskedAsync(record);
        if (!record.Scan.Findings.IsEmpty)
        {
            await audit.WriteAsync(record);
        }

        foreach (var sink in _sinks)
        {
            await sink.ResponseScannedAsync(record);
        }
    }

    /// <summary>Tells the sinks of the end of an exchange.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The record as it was told.</returns>
    public async ValueTask<ExchangeRecord> CompletedAsync(ExchangeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        record = await MaskedAsync(record);
        foreach (var sink in _sinks)
        {
            sink.Completed(record);
        }

        return record;
    }

    private ValueTask<ExchangeRecord> MaskedAsync(ExchangeRecord record) => labels is null ? ValueTask.FromResult(record) : labels.MaskAsync(record);
}

using System.Collections.Immutable;

namespace LumenArgus.Inspection.Records;

/// <summary>The one exit: every record goes to the audit trail first, then to every sink in the order of registration.</summary>
/// <param name="audit">Where what must not be lost is written.</param>
/// <param name="sinks">Who else wants to know.</param>
public sealed class ExchangeRecorder(AuditTrail audit, IEnumerable<IExchangeSink> sinks)
{
    private readonly ImmutableArray<IExchangeSink> _sinks = [.. sinks];

    /// <summary>Records a decision.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Whether the audit line was written.</returns>
    public async ValueTask<bool> DecidedAsync(ExchangeRecord record)
    {
        var written = await audit.WriteAsync(record);
        foreach (var sink in _sinks)
        {
            await sink.DecidedAsync(record);
        }

        return written;
    }

    /// <summary>Records what was found in a response. A clean one has no line of its own.</summary>
    /// <param name="record">The record of the exchange, with the scan of its response.</param>
    /// <returns>A task that ends when it is recorded.</returns>
    public async ValueTask ResponseScannedAsync(ExchangeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
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
    public void Completed(ExchangeRecord record)
    {
        foreach (var sink in _sinks)
        {
            sink.Completed(record);
        }
    }
}

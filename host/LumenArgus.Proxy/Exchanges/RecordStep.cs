using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Records;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Hands the record of the exchange to its sinks, twice: when it is decided and when it has ended. What cannot be recorded may be blocked for that.</summary>
internal sealed class RecordStep(ExchangeRecorder recorder, TimeProvider clock)
{
    public async ValueTask DecideAsync(Exchange exchange)
    {
        exchange.Passed = exchange.Decision!.Scan.Action != PolicyAction.Block;
        var record = await recorder.DecidedAsync(exchange.ToRecord(), exchange.Lease!.Generation.Config.Fail);
        exchange.Decision = exchange.Decision with { Scan = record.Scan, Session = record.Session, Model = record.Model };
        exchange.Passed = record.Passed;
    }

    /// <returns>The whole record.</returns>
    public ValueTask<ExchangeRecord> CompleteAsync(Exchange exchange) => recorder.CompletedAsync(exchange.ToRecord() with
    {
        StatusCode = exchange.Http.Response.StatusCode,
        Duration = clock.GetElapsedTime(exchange.StartedAt),
    });
}

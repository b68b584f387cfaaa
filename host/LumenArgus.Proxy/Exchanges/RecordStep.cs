using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Records;
using LumenArgus.Proxy.Hosting;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Hands the record of the exchange to its sinks, twice: when it is decided and when it has ended. What cannot be recorded may be blocked for that.</summary>
internal sealed class RecordStep(ExchangeRecorder recorder, DrainEnd drainEnd, TimeProvider clock)
{
    public async ValueTask DecideAsync(Exchange exchange)
    {
        exchange.Passed = exchange.Decision!.Scan.Action != PolicyAction.Block;
        var record = await recorder.DecidedAsync(exchange.ToRecord(), exchange.Lease!.Generation.Config.Fail);
        exchange.Decision = exchange.Decision with { Scan = record.Scan, Session = record.Session, Model = record.Model };
        exchange.Passed = record.Passed;
    }

    /// <returns>The whole record.</returns>
    public ValueTask<ExchangeRecord> CompleteAsync(Exchange exchange)
    {
        var record = exchange.ToRecord() with
        {
            StatusCode = exchange.Http.Response.StatusCode,
            Duration = clock.GetElapsedTime(exchange.StartedAt),
        };
        return recorder.CompletedAsync(record.ClientLeft && drainEnd.HasCome ? CutByUs(record) : record);
    }

    // To the steps a connection that we close looks like one that the caller has closed.
    private static ExchangeRecord CutByUs(ExchangeRecord record) => record with
    {
        ClientLeft = false,
        Error = "cut by lumen-argus, which ended: the time of proxy.drain_timeout was over",
        StatusCode = record.StatusCode == StatusCodes.Status499ClientClosedRequest ? StatusCodes.Status503ServiceUnavailable : record.StatusCode,
    };
}

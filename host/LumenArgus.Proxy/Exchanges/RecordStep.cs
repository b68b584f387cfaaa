using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Records;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Hands the record of the exchange to its sinks, twice: when it is decided and when it has ended.</summary>
internal sealed class RecordStep(ExchangeRecorder recorder, TimeProvider clock)
{
    public async ValueTask DecideAsync(Exchange exchange)
    {
        exchange.Passed = exchange.Decision!.Scan.Action != PolicyAction.Block;
        var written = await recorder.DecidedAsync(exchange.ToRecord());
        if (!written && exchange.Decision.Scan.Action != PolicyAction.Pass && exchange.Lease!.Generation.Config.Fail.Audit == FailMode.Closed)
        {
            exchange.Decision = BlockUnrecorded(exchange.Decision);
            exchange.Passed = false;
        }
    }

    /// <returns>The whole record.</returns>
    public ExchangeRecord Complete(Exchange exchange)
    {
        var record = exchange.ToRecord() with
        {
            StatusCode = exchange.Http.Response.StatusCode,
            Duration = clock.GetElapsedTime(exchange.StartedAt),
        };
        recorder.Completed(record);
        return record;
    }

    /// <summary>Turns a decision that nobody could write down into a block.</summary>
    public static Decision BlockUnrecorded(Decision decision)
    {
        var finding = FailureFindings.Create(
            FailMode.Closed, FrameworkFindings.ScanErrorType, Severity.Critical, "audit", "the audit line could not be written");
        return decision with { Scan = decision.Scan with { Action = PolicyAction.Block, Findings = decision.Scan.Findings.Add(finding) } };
    }
}

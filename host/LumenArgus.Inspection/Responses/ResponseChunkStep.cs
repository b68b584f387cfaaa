using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Records;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Responses;

/// <summary>Asks the response_chunk hook whether it rewrites the response to a request.</summary>
public sealed class ResponseChunkStep(ScanLanes lanes, PluginInvoker invoker, ExchangeRecorder recorder)
{
    internal ScanLanes Lanes => lanes;

    internal PluginInvoker Invoker => invoker;

    /// <summary>Asks, when the request is decided.</summary>
    /// <param name="request">Which request it is.</param>
    /// <param name="provider">Identifier of the provider.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="generation">Whose hook; leased by the caller.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>The rewriting, to be disposed of; null where nobody rewrites.</returns>
    public async ValueTask<ResponseRewriting?> BeginAsync(
        RequestInfo request, string provider, Decision decision, Generation generation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(generation);
        if (generation.ResponseChunkHook is not { } hook || decision.Mcp is not null)
        {
            return null;
        }

        var faultKey = decision.Session.SessionId ?? $"response:{request.ExchangeId}";
        var (model, session) = (decision.Model, decision.Session);
        var call = new HookCall<IResponseChunkHook, Answer>(
            invoker, hook, "response_chunk", part => new Answer(part.Begin(request, provider, model, session))) { FaultKey = faultKey };
        var answer = await call.RunAsync(lanes, cancellationToken);
        return answer is { Rewriter: null } || !generation.TryAddReference() ? null : new ResponseRewriting(this, generation, answer?.Rewriter, faultKey);
    }

    internal async ValueTask RecordAsync(ExchangeRecord record, ImmutableArray<Finding> found)
    {
        ImmutableArray<Finding> findings =
        [
            .. found.Select(static finding => ResponseFindings.Told(ResponseFindings.At(finding with { Location = finding.Location ?? "", Action = finding.Action ?? PolicyAction.Alert }))),
        ];
        await recorder.ResponseScannedAsync(record with
        {
            IsResponse = true,
            Session = LabelMask.Of(record.Session, findings),
            Model = LabelMask.Of(record.Model, findings),
            Scan = new ScanResult { Findings = findings, Action = findings.Max(static finding => finding.Action!.Value) },
        });
    }

    private sealed record Answer(IResponseRewriter? Rewriter);
}

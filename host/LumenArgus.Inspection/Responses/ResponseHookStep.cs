using System.Collections.Immutable;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Records;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Responses;

namespace LumenArgus.Inspection.Responses;

/// <summary>Asks the response hook about a response that the caller has not got yet.</summary>
public sealed class ResponseHookStep(PluginInvoker invoker, BodyBudget budget, ExchangeRecorder recorder, TimeProvider clock)
{
    // Of what is held, as a multiple of the text that is looked at: events are mostly frame.
    private const int HeldShare = 16;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    /// <summary>How much of a response is held at most.</summary>
    /// <param name="generation">The generation.</param>
    /// <returns>Bytes.</returns>
    public static int MaxHeldBytes(Generation generation)
    {
        ArgumentNullException.ThrowIfNull(generation);
        return (int)Math.Min((long)generation.Config.Pipeline.ResponseMaxSize * HeldShare, Array.MaxLength / 2);
    }

    /// <summary>Asks the hook, and records what it says before the caller gets an answer.</summary>
    /// <param name="body">The response as it came, not released here.</param>
    /// <param name="isWhole">Whether it is all of it; if not, it is too large to be judged.</param>
    /// <param name="head">What its head says.</param>
    /// <param name="record">The record of the exchange.</param>
    /// <param name="generation">Whose hook; leased by the caller.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>The verdict.</returns>
    public async ValueTask<ResponseVerdict> JudgeAsync(
        BodyLease body, bool isWhole, ResponseHead head, ExchangeRecord record, Generation generation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(generation);
        if (body.Length == 0)
        {
            return new ResponseVerdict([], IsBlocked: false);
        }

        var startedAt = clock.GetTimestamp();
        var fail = generation.Config.Fail;
        if (!isWhole)
        {
            var tooLarge = ResponseFindings.Unscanned(fail.Oversize, body.Length, "and all behind them were not judged: it is too large to be held");
            return await ConcludeAsync([tooLarge], record, textBytes: 0, startedAt);
        }

        var (response, problem) = ResponseTexts.Assemble(body, isWhole, head, generation.Config.Pipeline.ResponseMaxSize, budget);
        List<Finding> findings = [];
        if (response.BytesBeyond > 0)
        {
            findings.Add(ResponseFindings.Unscanned(fail.Oversize, response.BytesBeyond, $"lie beyond pipeline.response_max_size ({generation.Config.Pipeline.ResponseMaxSize})"));
        }

        if (problem is not null)
        {
            findings.Add(ResponseFindings.Unscanned(fail.Decode, body.Length, $"could not be decoded: {problem}"));
        }

        findings.AddRange(await AskAsync(TextOf(response), record, generation, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return await ConcludeAsync([.. findings], record, response.Body.Length, startedAt);
    }

    private async ValueTask<ImmutableArray<Finding>> AskAsync(string text, ExchangeRecord record, Generation generation, CancellationToken cancellationToken)
    {
        var hook = generation.ResponseScanHook!;
        var call = new PluginCall(hook.Plugin, "response_scan") { FaultKey = record.Session.SessionId ?? $"response:{record.ExchangeId}" };
        var (provider, model, session) = (record.Provider, record.Model, record.Session);
        var result = await invoker.InvokeAsync(
            call, async token => Copy(await hook.Part.ScanResponseAsync(text, provider, model, session, token)), Budget, cancellationToken);
        return result.Status == PluginCallStatus.Ok
            ? result.Value
            : [ResponseFindings.Failed(
                generation.HookModeOf(hook.Plugin.Id, "response_scan"), "response.response_scan", $"the response_scan hook of plugin {hook.Plugin.Id} {Words(result.Status, hook.Plugin)}")];
    }

    // Inside the call: whatever is wrong with a decision is a fault of the plugin. What it decides about the whole stands in its findings afterwards.
    private static ImmutableArray<Finding> Copy(PolicyDecision decision)
    {
        var isValid = Enum.IsDefined(decision.Action) && !decision.Findings.IsDefault && decision.Findings.All(static finding =>
            !string.IsNullOrEmpty(finding?.Type) && !string.IsNullOrEmpty(finding.Detector) && Enum.IsDefined(finding.Severity)
            && (finding.Action is not { } action || Enum.IsDefined(action)));
        if (!isValid)
        {
            throw new InvalidOperationException("The decision names an action that does not exist, or a finding without a type.");
        }

        var findings = decision.Findings.Select(finding => finding with { Origin = FindingOrigin.Detector, Location = finding.Location ?? "", Action = finding.Action ?? decision.Action });
        var isBlocked = decision.Action >= PolicyAction.Block;
        return isBlocked && decision.Findings.IsEmpty
            ? [new Finding { Detector = "response_scan", Type = "response_blocked", Severity = Severity.High, Location = "", Action = PolicyAction.Block }]
            : [.. findings.Select((finding, i) => isBlocked && i == 0 ? finding with { Action = PolicyAction.Block } : finding)];
    }

    private async ValueTask<ResponseVerdict> ConcludeAsync(ImmutableArray<Finding> found, ExchangeRecord record, long textBytes, long startedAt)
    {
        // A response cannot be redacted: its bytes are the provider's.
        ImmutableArray<Finding> findings =
        [
            .. found.Select(ResponseFindings.At).Select(static finding => finding.Action switch
            {
                PolicyAction.Redact => finding with { Action = PolicyAction.Alert },
                PolicyAction.Strip => finding with { Action = PolicyAction.Block },
                _ => finding,
            }),
        ];
        var action = findings.IsEmpty ? PolicyAction.Pass : findings.Max(static finding => finding.Action ?? PolicyAction.Pass);
        await recorder.ResponseScannedAsync(record with
        {
            IsResponse = true,
            Session = LabelMask.Of(record.Session, findings),
            Model = LabelMask.Of(record.Model, findings),
            Scan = new ScanResult { Findings = findings, Action = action, BytesScanned = textBytes, ScanDurationMs = clock.GetElapsedTime(startedAt).TotalMilliseconds },
        });
        return new ResponseVerdict(findings, action == PolicyAction.Block);
    }

    private static string TextOf(AssembledResponse response)
    {
        using var document = BodyDocument.Parse(response.Body);
        var text = new StringBuilder();
        foreach (var field in new ScanBatch(document, "", model: null, SessionContext.Empty))
        {
            if (field.Role != FieldRole.PropertyName && !field.Text.IsEmpty)
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(field.Text);
            }
        }

        return text.ToString();
    }

    private static string Words(PluginCallStatus status, PluginHandle plugin) => status switch
    {
        PluginCallStatus.TimedOut => "ran over its budget",
        PluginCallStatus.NotCalled => DetectorFindings.NotCalled(plugin),
        _ => "gave no usable decision",
    };
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Edits;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>
/// Has the redact hook choose replacements, applies them by span, scans the result again and encodes it like the received body. What cannot be
/// removed is not sent: every failure in here ends in a block.
/// </summary>
internal sealed class RedactStep(ScanLanes lanes, PluginInvoker invoker)
{
    public async ValueTask<Decision> RunAsync(
        Decision decision, ScanWork work, Generation generation, CancellationToken cancellationToken)
    {
        if (!work.IsComplete)
        {
            return Block(decision, "only a part of the body could be read, so an edited body would be cut");
        }

        if (work.IsBodySigned)
        {
            return Block(decision, "the sender has signed the body, so the provider would refuse an edited one");
        }

        var wanted = decision.Scan.Findings.Where(static finding => finding.Action == PolicyAction.Redact)
            .Select(finding => (Finding: finding, Places: work.Collector!.Occurrences(finding))).ToList();
        if (generation.RedactHook is not { } hook || wanted.Count == 0)
        {
            return Block(decision, "there is no plugin that replaces what was found");
        }

        var places = RedactPlaces.Of(wanted.SelectMany(static each => each.Places), work.Document!);
        var call = new HookCall<IRedactHook, SpanEdit[]>(
            invoker, hook, "redact", part => Copy(part.Redact(places, work.Request, decision.Session))) { FaultKey = work.FaultKey };
        if (await call.RunAsync(lanes, cancellationToken) is not { } edits)
        {
            return Block(decision, $"the redact hook of plugin {hook.Plugin.Id} failed");
        }

        if (!places.All(place => Array.Exists(edits, edit => Covers(edit.Span, place.Span!.Value))))
        {
            return Block(decision, $"plugin {hook.Plugin.Id} left a finding unredacted");
        }

        var edited = SpanEditor.Apply(work.Document!, edits);
        if (edited.Body is not { } body)
        {
            return Block(decision, edited.Detail ?? "the edit was refused");
        }

        var rescan = new RescanJob(body, work, generation, [.. wanted.Select(static each => each.Finding)]) { FaultKey = work.FaultKey };
        if ((await lanes.RunAsync(rescan, cancellationToken)).Status != LaneStatus.Completed || rescan.FoundAgain)
        {
            return Block(decision, "a value is still in the body after redaction");
        }

        return ContentEncoder.Encode(body, work.Codings) is { } encoded
            ? decision with { EditedBody = encoded }
            : Block(decision, "the edited body cannot be encoded like the received one");
    }

    private static bool Covers(ByteSpan edit, ByteSpan finding) => edit.Start <= finding.Start && edit.End >= finding.End;

    // Copied inside the call: a list of the plugin's own making runs plugin code, and what cannot be written must be its fault, not ours.
    private static SpanEdit[] Copy(IReadOnlyList<SpanEdit> edits)
    {
        SpanEdit[] copy = [.. edits];
        return Array.TrueForAll(copy, static edit => edit?.Replacement is { } text && IsWellFormed(text))
            ? copy
            : throw new InvalidOperationException("An edit is missing, or its replacement is not well-formed text.");
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private static Decision Block(Decision decision, string detail)
    {
        var finding = FailureFindings.Create(FailMode.Closed, FrameworkFindings.ScanErrorType, Severity.Critical, "redact", detail);
        return decision with
        {
            Scan = decision.Scan with
            {
                Action = PolicyAction.Block,
                Findings = [.. decision.Scan.Findings.Select(static found => found.Action == PolicyAction.Redact ? found with { Action = PolicyAction.Block } : found), finding],
            },
        };
    }
}

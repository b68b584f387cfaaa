using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Edits;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

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
        var wanted = decision.Scan.Findings.Where(static finding => finding.Action == PolicyAction.Redact).ToList();
        var occurrences = wanted.SelectMany(work.Collector!.Occurrences).ToList();
        if (generation.RedactHook is not { } hook || occurrences.Count < wanted.Sum(static finding => finding.Count))
        {
            return Block(decision, "a finding has no place in the body that could be replaced");
        }

        var call = new HookCall<IRedactHook, IReadOnlyList<SpanEdit>>(
            invoker, hook, "redact", part => part.Redact(occurrences, decision.Session)) { FaultKey = decision.Session.SessionId };
        if (await call.RunAsync(lanes, cancellationToken) is not { } edits)
        {
            return Block(decision, $"the redact hook of plugin {hook.Plugin.Id} failed");
        }

        if (occurrences.Exists(finding => !edits.Any(edit => edit is not null && Covers(edit.Span, finding.Span!.Value))))
        {
            return Block(decision, $"plugin {hook.Plugin.Id} left a finding unredacted");
        }

        var edited = SpanEditor.Apply(work.Document!, edits);
        if (edited.Body is not { } body)
        {
            return Block(decision, edited.Detail ?? "the edit was refused");
        }

        if (LeavesSomething(body, wanted, generation))
        {
            return Block(decision, "a value is still in the body after redaction");
        }

        return ContentEncoder.Encode(body, work.Codings) is { } encoded
            ? decision with { EditedBody = encoded }
            : Block(decision, "the edited body cannot be encoded like the received one");
    }

    private static bool Covers(ByteSpan edit, ByteSpan finding) => edit.Start <= finding.Start && edit.End >= finding.End;

    private static bool LeavesSomething(byte[] body, List<Finding> wanted, Generation generation)
    {
        var document = BodyDocument.Parse(body);
        var collector = new FindingCollector(document);
        generation.Rules.Scan(document, collector, new ScanCounters());
        return collector.ToFindings().Any(finding => wanted.Exists(before => before.Detector == finding.Detector && before.Value == finding.Value));
    }

    private static Decision Block(Decision decision, string detail)
    {
        var finding = FailureFindings.Create(FailMode.Closed, FrameworkFindings.ScanErrorType, Severity.Critical, "redact", detail);
        return decision with
        {
            Scan = decision.Scan with { Action = PolicyAction.Block, Findings = decision.Scan.Findings.Add(finding) },
        };
    }
}

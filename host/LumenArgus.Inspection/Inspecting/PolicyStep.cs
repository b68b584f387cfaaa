using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Asks the evaluate hook, or the configured policy where there is none or it fails. Without a redact hook, redact is alert.</summary>
internal sealed class PolicyStep(ScanLanes lanes, PluginInvoker invoker)
{
    public async ValueTask<PolicyDecision> DecideAsync(
        ImmutableArray<Finding> findings, Generation generation, ScanWork work, CancellationToken cancellationToken)
    {
        if (findings.IsEmpty)
        {
            return new PolicyDecision(PolicyAction.Pass, []);
        }

        if (generation.EvaluateHook is not { } hook)
        {
            return generation.Policy.Evaluate(findings, allowRedact: false);
        }

        var call = new HookCall<IEvaluateHook, PolicyDecision>(
            invoker, hook, "evaluate", part => part.Evaluate(findings, generation.Policy)) { FaultKey = work.FaultKey };
        if (await call.RunAsync(lanes, cancellationToken) is { } decided && IsUsable(decided, findings))
        {
            return Settle(decided, findings, canRedact: generation.RedactHook is not null);
        }

        var failure = FailTable.Finding(
            FailCase.Hook,
            generation.HookModeOf(hook.Plugin.Id, "evaluate"),
            "evaluate",
            $"the evaluate hook of plugin {hook.Plugin.Id} gave no usable decision");
        return generation.Policy.Evaluate([.. findings, failure], allowRedact: false);
    }

    // A hook may change actions and add findings; it may not change one or make it vanish from the record.
    private static bool IsUsable(PolicyDecision decision, ImmutableArray<Finding> findings)
    {
        if (!Enum.IsDefined(decision.Action) || decision.Findings.IsDefault || decision.Findings.Length < findings.Length
            || decision.Findings.Any(static finding => finding is null || (finding.Action is { } action && !Enum.IsDefined(action))))
        {
            return false;
        }

        for (var i = 0; i < findings.Length; i++)
        {
            if (decision.Findings[i] with { Action = null } != findings[i] with { Action = null })
            {
                return false;
            }
        }

        return true;
    }

    // The strongest action wins, as in the configured policy, so that a decision cannot contradict its own findings.
    private static PolicyDecision Settle(PolicyDecision decided, ImmutableArray<Finding> asked, bool canRedact)
    {
        var action = Possible(decided.Action);
        var findings = decided.Findings.Select((finding, i) => finding with { Action = ActionOf(finding, i < asked.Length ? asked[i].Action : null) })
            .ToImmutableArray();
        var strongest = findings.Max(static finding => finding.Action!.Value);
        return decided with { Action = strongest > action ? strongest : action, Findings = findings };

        // What the fail table or on_fault blocks is the operator's word; no plugin weakens it.
        PolicyAction ActionOf(Finding finding, PolicyAction? before) =>
            finding.Origin == FindingOrigin.Framework && before == PolicyAction.Block ? PolicyAction.Block
            : Possible(finding.Action ?? (finding.Origin == FindingOrigin.Framework ? before : null) ?? decided.Action);

        // Nor can a plugin ask for what nobody can do, nor do what only the host can: what of a block can be left out is not known yet.
        PolicyAction Possible(PolicyAction wanted) => wanted switch
        {
            PolicyAction.Redact when !canRedact => PolicyAction.Alert,
            PolicyAction.Strip => PolicyAction.Block,
            _ => wanted,
        };
    }
}

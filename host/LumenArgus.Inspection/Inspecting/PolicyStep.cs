using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Asks the evaluate hook, or the configured policy where there is none or it fails. Without a redact hook, redact is alert.</summary>
internal sealed class PolicyStep(ScanLanes lanes, PluginInvoker invoker)
{
    public async ValueTask<PolicyDecision> DecideAsync(
        ImmutableArray<Finding> findings, Generation generation, string? faultKey, CancellationToken cancellationToken)
    {
        if (findings.IsEmpty)
        {
            return new PolicyDecision(PolicyAction.Pass, []);
        }

        if (generation.EvaluateHook is { } hook)
        {
            var call = new HookCall<IEvaluateHook, PolicyDecision>(
                invoker, hook, "evaluate", part => part.Evaluate(findings, generation.Policy)) { FaultKey = faultKey };
            if (await call.RunAsync(lanes, cancellationToken) is { } decided && IsUsable(decided, findings))
            {
                // A hook cannot ask for what nobody can do.
                return decided.Action == PolicyAction.Redact && generation.RedactHook is null
                    ? decided with { Action = PolicyAction.Alert }
                    : decided;
            }
        }

        return generation.Policy.Evaluate(findings, allowRedact: false);
    }

    // A hook may change actions; it may not make findings vanish from the record.
    private static bool IsUsable(PolicyDecision decision, ImmutableArray<Finding> findings) =>
        Enum.IsDefined(decision.Action) && !decision.Findings.IsDefault && decision.Findings.Length >= findings.Length
        && decision.Findings.All(static finding => finding is not null);
}

using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Policy;

/// <summary>
/// The configured policy: the strongest action of all findings wins. It is computed from the findings alone, so a detector can be set
/// below the default action. As a default, block is for findings of severity high and critical; weaker ones are alerted (warning) or logged (info).
/// </summary>
public sealed class PolicyEngine(PolicyOptions options) : IPolicy
{
    private static readonly FieldRole[] AllRoles = Enum.GetValues<FieldRole>();

    /// <inheritdoc/>
    public PolicyDecision Evaluate(IReadOnlyList<Finding> findings, bool allowRedact)
    {
        if (findings.Count == 0)
        {
            return new PolicyDecision(PolicyAction.Pass, []);
        }

        var winner = PolicyAction.Pass;
        var resolved = ImmutableArray.CreateBuilder<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            var action = Resolve(finding);
            action = action == PolicyAction.Redact && !allowRedact ? PolicyAction.Alert : action;
            resolved.Add(finding.Action == action ? finding : finding with { Action = action });
            winner = action > winner ? action : winner;
        }

        return new PolicyDecision(winner, resolved.MoveToImmutable());
    }

    // What the host could not do is shown, not punished: whether a fault blocks is decided by the fail table, which sets an action.
    private PolicyAction Resolve(Finding finding) =>
        finding.Action
        ?? (finding.Origin == FindingOrigin.Detector && options.RuleActions.TryGetValue((finding.Detector, finding.Type), out var own) ? own
            : options.DetectorActions.TryGetValue(finding.Detector, out var action) ? action
            : finding.Origin == FindingOrigin.Framework ? PolicyAction.Alert
            : ByDefault(finding));

    // A value that is in texts of several roles is treated like in the strictest of them.
    private PolicyAction ByDefault(Finding finding)
    {
        if (options.RoleActions.Count == 0)
        {
            return Soften(options.DefaultAction, finding.Severity);
        }

        var roles = finding.Roles == FieldRoles.None ? (FieldRoles)(1 << (int)finding.Role) : finding.Roles;
        var strictest = PolicyAction.Pass;
        foreach (var role in AllRoles)
        {
            if ((roles & (FieldRoles)(1 << (int)role)) != FieldRoles.None)
            {
                var action = Soften(options.RoleActions.TryGetValue(role, out var own) ? own : options.DefaultAction, finding.Severity);
                strictest = action > strictest ? action : strictest;
            }
        }

        return strictest;
    }

    // What the tools themselves send (an address in a system prompt, "draft" in a schema) is of these severities: were it blocked by default,
    // no request of any tool would pass and people would switch the product off. A detector's own action still blocks it.
    private static PolicyAction Soften(PolicyAction action, Severity severity) => action != PolicyAction.Block ? action : severity switch
    {
        Severity.Info => PolicyAction.Log,
        Severity.Warning => PolicyAction.Alert,
        _ => PolicyAction.Block,
    };
}

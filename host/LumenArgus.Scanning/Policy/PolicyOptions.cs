using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Policy;

/// <summary>The configured actions.</summary>
/// <param name="DefaultAction">For findings whose detector has no own action. Default of the product: <see cref="PolicyAction.Alert"/>.</param>
/// <param name="DetectorActions">Action by detector name.</param>
public sealed record PolicyOptions(PolicyAction DefaultAction, IReadOnlyDictionary<string, PolicyAction> DetectorActions)
{
    /// <summary>Action by role, in the place of <see cref="DefaultAction"/> for texts of that role.</summary>
    public IReadOnlyDictionary<FieldRole, PolicyAction> RoleActions { get; init; } = ImmutableDictionary<FieldRole, PolicyAction>.Empty;

    /// <summary>Action by detector and rule, for rules that have one of their own: it goes before the detector's.</summary>
    public IReadOnlyDictionary<(string Detector, string Rule), PolicyAction> RuleActions { get; init; } =
        ImmutableDictionary<(string Detector, string Rule), PolicyAction>.Empty;
}

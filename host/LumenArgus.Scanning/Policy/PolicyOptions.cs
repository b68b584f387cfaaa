using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Policy;

/// <summary>The configured actions.</summary>
/// <param name="DefaultAction">For findings whose detector has no own action. Default of the product: <see cref="PolicyAction.Alert"/>.</param>
/// <param name="DetectorActions">Action by detector name.</param>
public sealed record PolicyOptions(PolicyAction DefaultAction, IReadOnlyDictionary<string, PolicyAction> DetectorActions);

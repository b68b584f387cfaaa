using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>evaluate</c>: replaces the policy. If it fails, the configured policy decides.</summary>
public interface IEvaluateHook
{
    /// <summary>Decides. Pure computation.</summary>
    /// <param name="findings">All findings of the exchange, at least one.</param>
    /// <param name="policy">The configured policy.</param>
    /// <returns>The decision.</returns>
    PolicyDecision Evaluate(IReadOnlyList<Finding> findings, IPolicy policy);
}

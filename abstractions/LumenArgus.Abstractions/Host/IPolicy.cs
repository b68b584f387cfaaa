using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>The configured policy, for an evaluate hook that only wants to change part of it.</summary>
public interface IPolicy
{
    /// <summary>Evaluates findings by <c>default_action</c> and <c>detectors.&lt;name&gt;.action</c>.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="allowRedact">False: <c>redact</c> becomes <c>alert</c>, as in the community edition. True: it stays.</param>
    /// <returns>The decision.</returns>
    PolicyDecision Evaluate(IReadOnlyList<Finding> findings, bool allowRedact);
}

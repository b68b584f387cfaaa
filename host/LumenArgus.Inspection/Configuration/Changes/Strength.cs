using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Compares what values do to findings.</summary>
internal static class Strength
{
    // As a default, block leaves findings of low severity to milder actions; as an own action it takes all.
    private const int OwnBlock = (int)PolicyAction.Block + 1;

    /// <summary>How strict an action is where there is a default.</summary>
    /// <param name="own">The own action, or null.</param>
    /// <param name="fallback">What counts then.</param>
    public static int Of(PolicyAction? own, PolicyAction fallback) => own == PolicyAction.Block ? OwnBlock : (int)(own ?? fallback);

    public static bool IsWeaker(OnFault from, OnFault to) => Of(to) < Of(from);

    private static int Of(OnFault value) => value switch
    {
        OnFault.Allow => 0,
        OnFault.BlockIfNoOtherDetector => 1,
        _ => 2,
    };
}

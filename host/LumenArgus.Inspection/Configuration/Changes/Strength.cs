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

    /// <summary>Whether an action is weaker than another one for a text of any role.</summary>
    /// <param name="old">The own action before, or null.</param>
    /// <param name="from">The configuration before.</param>
    /// <param name="now">The own action now, or null.</param>
    /// <param name="to">The configuration now.</param>
    public static bool IsWeaker(PolicyAction? old, LumenArgusConfig from, PolicyAction? now, LumenArgusConfig to) =>
        Enum.GetValues<FieldRole>().Any(role => Of(now, to.DefaultActionFor(role)) < Of(old, from.DefaultActionFor(role)));

    public static bool IsWeaker(OnFault from, OnFault to) => Of(to) < Of(from);

    private static int Of(OnFault value) => value switch
    {
        OnFault.Allow => 0,
        OnFault.BlockIfNoOtherDetector => 1,
        _ => 2,
    };
}

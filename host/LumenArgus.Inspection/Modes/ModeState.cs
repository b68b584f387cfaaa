using System.Globalization;

namespace LumenArgus.Inspection.Modes;

/// <summary>The mode that is in use.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Until">When it ends by itself, UTC; null for never.</param>
/// <param name="Problem">Why it is not remembered over a restart, in a sentence; null if it is.</param>
public sealed record ModeState(ProxyMode Mode, DateTimeOffset? Until = null, string? Problem = null)
{
    /// <summary>What it is without any decision.</summary>
    public static ModeState Active { get; } = new(ProxyMode.Active);

    /// <summary>A name of a mode, as configuration overrides, API and command line have it.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns><c>active</c> or <c>passthrough</c>.</returns>
    public static string NameOf(ProxyMode mode) => mode == ProxyMode.Passthrough ? "passthrough" : "active";

    /// <summary>The mode of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Null if it is none.</returns>
    public static ProxyMode? Parse(string? name) => name switch
    {
        "active" => ProxyMode.Active,
        "passthrough" => ProxyMode.Passthrough,
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Mode == ProxyMode.Active
        ? "active"
        : Until is { } until ? string.Create(CultureInfo.InvariantCulture, $"passthrough until {until:yyyy-MM-dd HH:mm:ss} UTC") : "passthrough";
}

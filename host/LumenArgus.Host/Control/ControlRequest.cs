namespace LumenArgus.Host.Control;

/// <summary>A request on the control socket.</summary>
/// <param name="Name">The command.</param>
/// <param name="Mode">The name of the mode to switch to; null for none.</param>
/// <param name="Seconds">How long the mode lasts, in seconds, 1 to 2,592,000; null for ever.</param>
internal sealed record ControlRequest(string Name, string? Mode, long? Seconds)
{
    /// <summary>The id of a plugin; null for none.</summary>
    public string? Plugin { get; init; }
}

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>What became of one plugin when the folders were looked through again.</summary>
/// <param name="Id">The plugin.</param>
/// <param name="Kind">What happened.</param>
/// <param name="From">The version that was in use; null if there was none.</param>
/// <param name="To">The version that is in its folder; null if there is none.</param>
/// <param name="Reason">Why what is in its folder is not in use; null if it is, or if nothing is there.</param>
public sealed record PluginChange(string Id, PluginChangeKind Kind, string? From, string? To, string? Reason = null)
{
    /// <summary>One line for a person.</summary>
    /// <returns>For example <c>plugin acme.pii 1.0.0 -> 1.1.0</c>.</returns>
    public override string ToString() => Kind switch
    {
        PluginChangeKind.Added => $"plugin {Id} {To} added",
        PluginChangeKind.Removed => $"plugin {Id} {From} removed" + (Reason is null ? "" : $": {Reason}"),
        PluginChangeKind.Replaced when From == To => $"plugin {Id} {To} loaded anew",
        PluginChangeKind.Replaced => $"plugin {Id} {From} -> {To}",
        _ => $"plugin {Id} {To} is not used" + (From is null ? "" : $", {From} stays in use") + $": {Reason}",
    };
}

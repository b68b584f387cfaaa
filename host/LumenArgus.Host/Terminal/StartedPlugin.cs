namespace LumenArgus.Host.Terminal;

/// <summary>A plugin as the banner shows it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Version">Version; empty if unknown.</param>
/// <param name="State">For example <c>active</c> or <c>rejected</c>.</param>
/// <param name="Reason">Why it is not active; null if it is.</param>
internal sealed record StartedPlugin(string Id, string Version, string State, string? Reason);

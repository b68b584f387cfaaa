namespace LumenArgus.Inspection.DashboardParts;

/// <summary>What came of asking a plugin something for the dashboard.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <param name="Status">How it went.</param>
/// <param name="PluginId">The plugin; empty where none was asked.</param>
/// <param name="Value">What it gave; default unless the status is Ok.</param>
/// <param name="Reason">Why it is not called, for people; null otherwise.</param>
public readonly record struct PluginAnswer<T>(PluginAnswerStatus Status, string PluginId, T? Value = default, string? Reason = null);

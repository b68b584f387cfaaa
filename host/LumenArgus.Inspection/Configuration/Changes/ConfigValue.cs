namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>A setting and its value.</summary>
/// <param name="Key">The key with its parents.</param>
/// <param name="Text">The value as it would stand in the file; null for none.</param>
/// <param name="NeedsRestart">Whether it is read once, at the start.</param>
public sealed record ConfigValue(string Key, string? Text, bool NeedsRestart);

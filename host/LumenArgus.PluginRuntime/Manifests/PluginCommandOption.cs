namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>An option of a command.</summary>
/// <param name="Name">Its name, with the two dashes.</param>
/// <param name="Help">What it is.</param>
/// <param name="ValueName">What its value is called in the help; null for a flag.</param>
public sealed record PluginCommandOption(string Name, string Help, string? ValueName);

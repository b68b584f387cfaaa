namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>An argument of a command.</summary>
/// <param name="Name">Its name in the help.</param>
/// <param name="Help">What it is.</param>
/// <param name="IsNeeded">Whether the command cannot do without.</param>
/// <param name="IsMany">Whether it takes all that follow, also none; only the last one may.</param>
public sealed record PluginCommandArgument(string Name, string Help, bool IsNeeded, bool IsMany);

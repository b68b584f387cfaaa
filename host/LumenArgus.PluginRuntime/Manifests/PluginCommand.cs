using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>A command as a manifest declares it.</summary>
/// <param name="Name">What is typed behind <c>lumen-argus</c>.</param>
/// <param name="Help">What it does, in one sentence.</param>
/// <param name="Arguments">What is typed behind it, in this order.</param>
/// <param name="Options">Its options.</param>
public sealed record PluginCommand(string Name, string Help, ImmutableArray<PluginCommandArgument> Arguments, ImmutableArray<PluginCommandOption> Options);

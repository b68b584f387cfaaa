using System.Collections.Immutable;

namespace LumenArgus.Host.PluginCommands;

/// <summary>A command of a plugin as it was typed.</summary>
/// <param name="Declared">Which.</param>
/// <param name="Arguments">Values by the name of the argument.</param>
/// <param name="Options">Values by the name of the option, without its dashes.</param>
internal sealed record TypedCommand(
    DeclaredCommand Declared, ImmutableDictionary<string, ImmutableArray<string>> Arguments, ImmutableDictionary<string, ImmutableArray<string>> Options);

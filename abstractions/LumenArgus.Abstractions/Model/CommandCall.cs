using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>A command of a plugin as it was typed.</summary>
/// <param name="Name">Name of the command.</param>
/// <param name="Arguments">Values by the name of the argument: one for each that was given, any number for one that takes many. Those that were not given are absent.</param>
/// <param name="Options">Values by the name of the option without its dashes; a flag that was given has none.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record CommandCall(
    string Name,
    IReadOnlyDictionary<string, ImmutableArray<string>> Arguments,
    IReadOnlyDictionary<string, ImmutableArray<string>> Options,
    TextWriter Output,
    TextWriter Error);

using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>A configuration file as read.</summary>
/// <param name="Config">The configuration; null if there is any error.</param>
/// <param name="Errors">Everything that must be repaired, in the order of the file.</param>
/// <param name="Warnings">Everything that works otherwise than its author may think, in the order of the file.</param>
/// <param name="Source">Where each key stands, to report what is found out later, for example a detector that no plugin brings.</param>
public sealed record ConfigResult(
    LumenArgusConfig? Config,
    ImmutableArray<ConfigProblem> Errors,
    ImmutableArray<ConfigProblem> Warnings,
    ConfigSource Source);

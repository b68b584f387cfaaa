using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>A list of tools. Two are equal if they have the same names, in whatever order.</summary>
/// <param name="Names">The names, each once.</param>
public sealed record ToolNames(ImmutableSortedSet<string> Names)
{
    /// <summary>No names.</summary>
    public static ToolNames None { get; } = new(ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>Makes a list.</summary>
    /// <param name="names">The names, also repeated.</param>
    /// <returns>The list.</returns>
    public static ToolNames Of(params IEnumerable<string> names) => new(None.Names.Union(names));

    /// <inheritdoc/>
    public bool Equals(ToolNames? other) => other is not null && Names.SetEquals(other.Names);

    /// <inheritdoc/>
    public override int GetHashCode() => Names.Count;

    /// <summary>The names as they stand in the file.</summary>
    /// <returns>For example <c>[read_file, write_file]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", Names)}]";
}

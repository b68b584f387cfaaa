namespace LumenArgus.Inspection.Configuration;

/// <summary>A channel that stands in <c>config.yaml</c>.</summary>
/// <param name="Name">Its name; unique.</param>
/// <param name="Type">Its type, known by a plugin.</param>
/// <param name="Settings">All other keys, as a JSON object of texts and further objects. May hold credentials.</param>
public sealed record ConfiguredChannel(string Name, string Type, string Settings)
{
    /// <summary><c>enabled</c>.</summary>
    /// <value>Default true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary><c>events</c>: the actions it is told of, as a JSON array; an empty one is all.</summary>
    /// <value>Default <c>["block","alert"]</c>.</value>
    public string Events { get; init; } = """["block","alert"]""";

    /// <summary><c>min_severity</c>: the lowest severity it is told of.</summary>
    /// <value>Default <c>warning</c>.</value>
    public string MinSeverity { get; init; } = "warning";

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Type})";
}

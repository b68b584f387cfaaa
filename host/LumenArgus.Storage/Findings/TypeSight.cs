namespace LumenArgus.Storage.Findings;

/// <summary>When a type was seen last.</summary>
public sealed record TypeSight
{
    /// <summary>The detector.</summary>
    public string Detector { get; init; } = "";

    /// <summary>The type.</summary>
    public string FindingType { get; init; } = "";

    /// <summary>The newest sight.</summary>
    public string LastSeen { get; init; } = "";
}

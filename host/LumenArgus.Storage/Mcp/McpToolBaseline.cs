namespace LumenArgus.Storage.Mcp;

/// <summary>How a tool was defined when it was first seen: a change of it is drift.</summary>
public sealed record McpToolBaseline
{
    /// <summary>The tool; with its server where that is known.</summary>
    public required string ToolName { get; init; }

    /// <summary>Hash of the definition.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>What it said of itself.</summary>
    public string Description { get; init; } = "";

    /// <summary>Names of its parameters, a JSON array.</summary>
    public string ParamNames { get; init; } = "[]";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string FirstSeen { get; init; } = "";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string LastSeen { get; init; } = "";

    /// <summary>How often it has changed.</summary>
    public long DriftCount { get; init; }
}

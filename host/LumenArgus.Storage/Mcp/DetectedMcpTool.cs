namespace LumenArgus.Storage.Mcp;

/// <summary>A tool that was seen.</summary>
public sealed record DetectedMcpTool
{
    /// <summary>The tool.</summary>
    public required string ToolName { get; init; }

    /// <summary>What it says of itself.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its parameters, a JSON schema.</summary>
    public string InputSchema { get; init; } = "{}";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string FirstSeen { get; init; } = "";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string LastSeen { get; init; } = "";

    /// <summary>How often it was seen.</summary>
    public long CallCount { get; init; } = 1;
}

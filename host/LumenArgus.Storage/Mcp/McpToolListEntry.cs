namespace LumenArgus.Storage.Mcp;

/// <summary>A tool that is allowed or blocked.</summary>
public sealed record McpToolListEntry
{
    /// <summary>Number of the row; 0 before it is written.</summary>
    public long Id { get; init; }

    /// <summary><c>allowed</c> or <c>blocked</c>.</summary>
    public required string ListType { get; init; }

    /// <summary>The tool.</summary>
    public required string ToolName { get; init; }

    /// <summary><c>api</c> or <c>config</c>.</summary>
    public string Source { get; init; } = "api";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string CreatedAt { get; init; } = "";
}

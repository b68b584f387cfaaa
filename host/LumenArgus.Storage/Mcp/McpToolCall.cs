namespace LumenArgus.Storage.Mcp;

/// <summary>A call of a tool.</summary>
public sealed record McpToolCall
{
    /// <summary>Number of the row; 0 before it is written.</summary>
    public long Id { get; init; }

    /// <summary>The tool.</summary>
    public required string ToolName { get; init; }

    /// <summary>The conversation.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public required string Timestamp { get; init; }

    /// <summary><c>allowed</c>, <c>alert</c> or <c>blocked</c>.</summary>
    public string Status { get; init; } = "allowed";

    /// <summary>Findings in its arguments and its result.</summary>
    public long FindingCount { get; init; }

    /// <summary>Where it went through, for example <c>proxy</c>.</summary>
    public string Source { get; init; } = "proxy";
}

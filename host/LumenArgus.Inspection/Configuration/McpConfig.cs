namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>mcp</c>: which tools may be called by the Model Context Protocol. The database can have further entries.</summary>
public sealed record McpConfig
{
    /// <summary><c>allowed_tools</c>: if there is any, no other tool may be called.</summary>
    /// <value>Default none, which allows all.</value>
    public ToolNames AllowedTools { get; init; } = ToolNames.None;

    /// <summary><c>blocked_tools</c>: must not be called, also if they are allowed.</summary>
    /// <value>Default none.</value>
    public ToolNames BlockedTools { get; init; } = ToolNames.None;
}

namespace LumenArgus.Dashboard.Api.Mcp;

/// <summary>The tools that may be called, and those that may not.</summary>
internal sealed record McpToolLists(IReadOnlyList<McpToolEntry> Allowed, IReadOnlyList<McpToolEntry> Blocked);

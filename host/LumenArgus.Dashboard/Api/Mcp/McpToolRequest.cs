namespace LumenArgus.Dashboard.Api.Mcp;

/// <summary>A tool to put on a list.</summary>
internal sealed record McpToolRequest(string? ListType = null, string? ToolName = null);

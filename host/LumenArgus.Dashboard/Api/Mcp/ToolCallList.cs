using LumenArgus.Storage.Mcp;

namespace LumenArgus.Dashboard.Api.Mcp;

/// <summary>Calls of tools, the newest first.</summary>
internal sealed record ToolCallList(IReadOnlyList<McpToolCall> Calls, int Total);

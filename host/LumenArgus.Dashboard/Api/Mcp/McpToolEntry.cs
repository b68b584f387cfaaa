using LumenArgus.Storage.Mcp;

namespace LumenArgus.Dashboard.Api.Mcp;

/// <summary>A tool on a list.</summary>
internal sealed record McpToolEntry(long? Id, string ListType, string ToolName, string Source, string? CreatedAt)
{
    public static McpToolEntry Of(McpToolListEntry entry) => new(entry.Id, entry.ListType, entry.ToolName, entry.Source, entry.CreatedAt);
}

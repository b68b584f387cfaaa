using LumenArgus.Inspection.Mcp;
using LumenArgus.Storage.Mcp;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Changes of the lists of MCP tools in the database, entry by entry.</summary>
public static class ToolListDiff
{
    private const string Listed = "listed";

    /// <summary>Compares two states.</summary>
    /// <param name="from">The one in use; null where there was none.</param>
    /// <param name="to">The next one.</param>
    /// <returns>One change for each entry that differs.</returns>
    public static IEnumerable<ConfigChange> Between(McpToolListTable? from, McpToolListTable? to)
    {
        if (from is null || to is null)
        {
            return [];
        }

        var added = to.Rows.Where(row => !from.Has(row))
            .Select(row => new ConfigChange(Key(row), SettingText.None, Listed) { IsWeaker = IsAllowed(row) && from.Rows.Any(IsAllowed) });
        var removed = from.Rows.Where(row => !to.Has(row))
            .Select(row => new ConfigChange(Key(row), Listed, SettingText.None) { IsWeaker = !IsAllowed(row) || !to.Rows.Any(IsAllowed) });
        return added.Concat(removed).OrderBy(static change => change.Key, StringComparer.Ordinal);
    }

    private static bool IsAllowed(McpToolListEntry row) => row.ListType == "allowed";

    private static string Key(McpToolListEntry row) => $"mcp_tool_lists.{row.ListType}.{McpToolName.Shown(row.ToolName)}";
}

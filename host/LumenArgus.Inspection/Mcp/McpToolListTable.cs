using LumenArgus.Storage.Mcp;

namespace LumenArgus.Inspection.Mcp;

/// <summary>The lists of tools in the database at one moment, immutable.</summary>
/// <param name="rows">All entries.</param>
public sealed class McpToolListTable(IReadOnlyList<McpToolListEntry> rows)
{
    /// <summary>All entries.</summary>
    public IReadOnlyList<McpToolListEntry> Rows => rows;

    /// <summary>Whether it says the same as another.</summary>
    /// <param name="other">The other one; null where there is none.</param>
    /// <returns>True if it does.</returns>
    public bool IsSame(McpToolListTable? other) => other is not null && Keys(this).SetEquals(Keys(other));

    /// <summary>Whether it has an entry.</summary>
    /// <param name="row">The entry.</param>
    /// <returns>True if a tool of this name is on the same list.</returns>
    public bool Has(McpToolListEntry row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Keys(this).Contains((row.ListType, row.ToolName));
    }

    private static HashSet<(string List, string Tool)> Keys(McpToolListTable table) => [.. table.Rows.Select(static row => (row.ListType, row.ToolName))];
}

using System.Collections.Frozen;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Mcp;

namespace LumenArgus.Inspection.Mcp;

/// <summary>Which tools may be called: those of the configuration and those of the database together. Names are compared exactly.</summary>
public sealed class McpToolLists
{
    private const string Allowed = "allowed";
    private const string Blocked = "blocked";

    private readonly FrozenSet<string> _allowed;
    private readonly FrozenSet<string> _blocked;

    private McpToolLists(FrozenSet<string> allowed, FrozenSet<string> blocked, McpToolListTable? table)
    {
        _allowed = allowed;
        _blocked = blocked;
        Table = table;
    }

    /// <summary>Whether every tool may be called.</summary>
    public bool IsEmpty => _allowed.Count == 0 && _blocked.Count == 0;

    /// <summary>The lists of the database; null where there is none, or it could not be read.</summary>
    public McpToolListTable? Table { get; }

    /// <summary>Joins lists.</summary>
    /// <param name="config">Those of the configuration.</param>
    /// <param name="table">Those of the database; null where there is none.</param>
    /// <returns>The lists.</returns>
    public static McpToolLists Of(McpConfig config, McpToolListTable? table)
    {
        ArgumentNullException.ThrowIfNull(config);
        return new McpToolLists(Names(config.AllowedTools, Allowed), Names(config.BlockedTools, Blocked), table);

        FrozenSet<string> Names(ToolNames names, string list) =>
            names.Names.Concat((table?.Rows ?? []).Where(row => row.ListType == list).Select(static row => row.ToolName)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Says why a tool must not be called. The list of blocked tools goes before that of allowed ones, and one without an entry allows all.</summary>
    /// <param name="tool">The name; empty for a call that names none, which can be on no list.</param>
    /// <returns>The reason; null if it may be called.</returns>
    public string? RefusalOf(string tool) =>
        _blocked.Contains(tool) ? "it is on the list of blocked tools"
        : _allowed.Count > 0 && !_allowed.Contains(tool) ? "it is not on the list of allowed tools"
        : null;
}

using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Rules;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Inspection.Generations;

/// <summary>All that a generation is built from. What else decides about an exchange comes in here, so that one place sees that it changed.</summary>
public sealed record GenerationInputs
{
    /// <summary>The configuration.</summary>
    public required LumenArgusConfig Config { get; init; }

    /// <summary>The plugins.</summary>
    public required PluginSet Plugins { get; init; }

    /// <summary>The table of rules; null where there is none.</summary>
    public RuleTableSnapshot? Table { get; init; }

    /// <summary>The lists of MCP tools in the database; null where there is none.</summary>
    public McpToolListTable? ToolLists { get; init; }

    /// <summary>What a plugin says of the licence: rules of the tier <c>pro</c> only run with a valid one. Null where no plugin checks licences.</summary>
    public LicenceState? Licence { get; init; }

    /// <summary>The generation before, from which is taken over what stays the same; null for the first one.</summary>
    public Generation? Previous { get; init; }

    /// <summary>The rules of the active plugins.</summary>
    internal ImmutableArray<PluginPart<PluginRules>> Rules { get; init; } = [];
}

using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Rules;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Scanning.Policy;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Inspection.Generations;

internal sealed record GenerationParts
{
    public required long Number { get; init; }

    public required LumenArgusConfig Config { get; init; }

    public required PluginSet Plugins { get; init; }

    public required RuleIndex Rules { get; init; }

    /// <summary>The rules for responses; null while no stage looks at them.</summary>
    public RuleIndex? ResponseRules { get; init; }

    /// <summary>The rules for WebSocket messages from servers; null where the configuration scans none.</summary>
    public RuleIndexBuild? InboundRules { get; init; }

    /// <summary>The rules that are for messages of the Model Context Protocol and not for requests; null while no stage looks at those.</summary>
    public RuleIndex? McpRules { get; init; }

    public required McpToolLists ToolLists { get; init; }

    /// <summary>What a plugin says of the licence; null where none checks it.</summary>
    public LicenceState? Licence { get; init; }

    /// <summary>The rules that the index was built from.</summary>
    public required IReadOnlyList<DetectionRule> EnabledRules { get; init; }

    public required ImmutableArray<RejectedRule> RejectedRules { get; init; }

    public required ImmutableArray<CatalogueRule> Catalogue { get; init; }

    public required IReadOnlyDictionary<string, IRuleValidator> Validators { get; init; }

    /// <summary>Detectors whose rules could not be read.</summary>
    public ImmutableArray<InactiveDetector> WithoutRules { get; init; } = [];

    /// <summary>Whether a rule has a validator of a plugin that did not come with the product.</summary>
    public bool RulesCallOthersCode { get; init; }

    /// <summary>The table of rules; null where there was none.</summary>
    public RuleTableSnapshot? Table { get; init; }

    public required Allowlist Allowlist { get; init; }

    public required PolicyEngine Policy { get; init; }
}

using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Inspection.Rules;

/// <summary>Where rules come from that the table follows.</summary>
/// <param name="Plugins">The active plugins whose rules could be read.</param>
/// <param name="Custom"><c>custom_rules</c> of the configuration; null leaves their rows alone.</param>
/// <param name="Import">Whether rules of plugins that have no row get one.</param>
public sealed record RuleOrigins(ImmutableArray<PluginRuleSet> Plugins, ImmutableArray<CustomRule>? Custom, bool Import);

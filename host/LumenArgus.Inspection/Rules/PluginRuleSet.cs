using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Rules;

/// <summary>The rules that a plugin brings, as it brings them.</summary>
/// <param name="PluginId">The plugin.</param>
/// <param name="Rules">All its rules.</param>
public sealed record PluginRuleSet(string PluginId, ImmutableArray<DetectionRule> Rules);

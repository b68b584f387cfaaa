using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>The rules of one plugin. Records of the contract: they keep no code of the plugin in memory.</summary>
/// <param name="Status">How reading them ended.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Problems">One sentence for each rule that was dropped or source that failed.</param>
public sealed record PluginRules(PluginCallStatus Status, ImmutableArray<DetectionRule> Rules, ImmutableArray<string> Problems);

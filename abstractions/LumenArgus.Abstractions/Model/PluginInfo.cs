using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>A plugin of this host.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Version">Version.</param>
/// <param name="IsCallable">Whether it is called now: it is active and not in quarantine.</param>
/// <param name="Capabilities">What its manifest asks for.</param>
public sealed record PluginInfo(string Id, string Version, bool IsCallable, ImmutableArray<string> Capabilities);

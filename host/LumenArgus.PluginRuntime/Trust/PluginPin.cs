using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Trust;

/// <summary>A content that the operator has accepted.</summary>
/// <param name="Id">The plugin.</param>
/// <param name="Version">Its version, for people.</param>
/// <param name="ContentHash">Hash of its folder.</param>
/// <param name="Capabilities">What it declared, for people.</param>
public sealed record PluginPin(string Id, string Version, string ContentHash, ImmutableArray<string> Capabilities);

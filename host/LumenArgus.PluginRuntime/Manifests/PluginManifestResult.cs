using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>What reading a <c>plugin.json</c> gave: the manifest, or everything that is wrong with it.</summary>
/// <param name="Manifest">Null if there is an error.</param>
/// <param name="Errors">One sentence for each error, naming the key.</param>
public sealed record PluginManifestResult(PluginManifest? Manifest, ImmutableArray<string> Errors);

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>The resources of a plugin's dll that pages may load. Read once, while the plugin is loaded: to serve one runs no code of the plugin and refers to nothing of it.</summary>
public sealed class PluginAssets
{
    private const string Prefix = "dashboard/";
    private const long MaxBytes = 16 * 1024 * 1024;

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".map"] = "application/json",
        [".txt"] = "text/plain; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, PluginAsset> _byPath;

    private PluginAssets(IEnumerable<PluginAsset> assets) => _byPath = assets.ToFrozenDictionary(static asset => asset.Path, StringComparer.Ordinal);

    /// <summary>No assets.</summary>
    public static PluginAssets None { get; } = new([]);

    /// <summary>The endings of files that are served. HTML is none: it would be a page of the dashboard's origin outside of the dashboard.</summary>
    public static ImmutableArray<string> Endings { get; } = [.. Types.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds an asset.</summary>
    /// <param name="path">Its path below <c>dashboard/</c>.</param>
    /// <returns>The asset; null if there is none.</returns>
    public PluginAsset? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Reads the assets of a plugin; files with other endings are left out.</summary>
    /// <exception cref="PluginLoadException">They are too large.</exception>
    internal static PluginAssets Read(Assembly plugin)
    {
        var assets = new List<PluginAsset>();
        var total = 0L;
        foreach (var name in plugin.GetManifestResourceNames())
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !Types.TryGetValue(Path.GetExtension(name), out var type))
            {
                continue;
            }

            using var resource = plugin.GetManifestResourceStream(name)!;
            total += resource.Length;
            if (total > MaxBytes)
            {
                throw new PluginLoadException($"has more than {MaxBytes / 1024 / 1024} MB of assets for its pages");
            }

            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            assets.Add(new PluginAsset(name[Prefix.Length..], type, $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"", content));
        }

        return new PluginAssets(assets);
    }
}

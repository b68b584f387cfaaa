using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.PluginRuntime.Discovery;

/// <summary>What is in the search folders, in order. The first plugin with an id hides later ones.</summary>
public sealed record PluginCatalog
{
    /// <summary>Every folder that was found, rejected ones included, in search order and then by name.</summary>
    public ImmutableArray<PluginCandidate> Candidates { get; init; } = [];

    /// <summary>Looks through the search folders. A folder that does not exist is skipped.</summary>
    /// <param name="folders">Search folders, first one first.</param>
    /// <returns>What was found.</returns>
    public static PluginCatalog Discover(IReadOnlyList<string> folders) => Discover(folders, FolderOwnership.Of);

    /// <summary>Looks at one plugin's folder, wherever it is.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>What was found.</returns>
    public static PluginCandidate Inspect(string folder) => Inspect(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), FolderOwnership.Of);

    /// <summary>The part of it that one plugin needs.</summary>
    /// <param name="id">The plugin.</param>
    /// <returns>It and those it depends on.</returns>
    public PluginCatalog Only(string id)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([id]);
        while (open.TryPop(out var next))
        {
            if (needed.Add(next) && Candidates.FirstOrDefault(candidate => candidate.Id == next && candidate.Rejection is null)?.Manifest is { } manifest)
            {
                manifest.DependsOn.ToList().ForEach(open.Push);
            }
        }

        return new PluginCatalog { Candidates = [.. Candidates.Where(candidate => needed.Contains(candidate.Id))] };
    }

    internal static PluginCatalog Discover(IReadOnlyList<string> folders, Func<string, FolderOwnership> ownership)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var candidates = ImmutableArray.CreateBuilder<PluginCandidate>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var root in folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            foreach (var folder in PluginFolders(root))
            {
                var candidate = Inspect(folder, ownership);
                if (seen.TryGetValue(candidate.Id, out var winner))
                {
                    candidate = candidate with { Rejection = $"hidden by {winner}, which is searched first", IsHidden = true };
                }
                else if (candidate.Rejection is null)
                {
                    // A broken folder hides nothing: a good copy further down is better than no plugin.
                    seen.Add(candidate.Id, folder);
                }

                candidates.Add(candidate);
            }
        }

        return new PluginCatalog { Candidates = candidates.ToImmutable() };
    }

    private static IEnumerable<string> PluginFolders(string root)
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        try
        {
            return Directory.GetDirectories(root).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static PluginCandidate Inspect(string folder, Func<string, FolderOwnership> ownershipOf)
    {
        var name = Path.GetFileName(folder);

        // Asked first: not even the manifest of a folder that somebody else can change is worth reading.
        var ownership = ownershipOf(folder);
        if (ownership.IsForeign)
        {
            return new PluginCandidate { Id = name, Folder = folder, Rejection = ownership.Explanation };
        }

        var (manifest, errors) = PluginManifestReader.Read(folder);
        if (manifest is null)
        {
            return new PluginCandidate { Id = name, Folder = folder, Rejection = string.Join("; ", errors) };
        }

        return new PluginCandidate
        {
            Id = manifest.Id,
            Folder = folder,
            Manifest = manifest,
            Rejection = name == manifest.Id ? null : $"the folder is named '{name}' but the plugin's id is '{manifest.Id}': rename the folder",
            Warnings = ownership.IsWritableByOthers ? [ownership.Explanation] : [],
        };
    }
}

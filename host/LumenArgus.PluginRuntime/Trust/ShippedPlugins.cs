using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Trust;

/// <summary>
/// The files of the plugins that came with the product, as its build recorded them beside the executable. Whoever can change that file can change the executable, so it needs
/// no signature of its own.
/// </summary>
/// <param name="ById">Hashes of all files by path, by plugin.</param>
public sealed record ShippedPlugins(ImmutableDictionary<string, ImmutableSortedDictionary<string, string>> ById)
{
    /// <summary>Its name.</summary>
    public const string FileName = "shipped-plugins.txt";

    private const int Parts = 3;

    /// <summary>None came with it.</summary>
    public static ShippedPlugins None { get; } = new(ImmutableDictionary<string, ImmutableSortedDictionary<string, string>>.Empty);

    /// <summary>Reads the list: one line for each file, plugin, path and SHA-256 with bars between them.</summary>
    /// <param name="folder">Where the executable is.</param>
    /// <returns>The list; none where there is no file.</returns>
    public static ShippedPlugins Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return None;
        }

        return new ShippedPlugins(File.ReadLines(path)
            .Select(static line => line.Split('|'))
            .Where(static parts => parts.Length == Parts)
            .GroupBy(static parts => parts[0], StringComparer.Ordinal)
            .ToImmutableDictionary(
                static plugin => plugin.Key,
                static plugin => plugin.ToImmutableSortedDictionary(static parts => parts[1].Replace('\\', '/'), static parts => parts[2].ToLowerInvariant(), StringComparer.Ordinal),
                StringComparer.Ordinal));
    }

    /// <summary>Whether a folder holds exactly the files of a plugin that came with the product.</summary>
    /// <param name="id">The plugin.</param>
    /// <param name="folder">The folder.</param>
    /// <returns>What differs; null if nothing does; an empty text if there is no such plugin.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public string? ProblemOf(string id, string folder) => !ById.TryGetValue(id, out var listed)
        ? ""
        : PluginFiles.Difference(PluginFiles.Read(folder), listed);
}

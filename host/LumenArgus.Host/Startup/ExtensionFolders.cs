using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Host.Startup;

/// <summary>Where plugins are looked for: the flag, the variable, the user's folder, then what came with the product.</summary>
internal static class ExtensionFolders
{
    public const string Variable = "LUMEN_ARGUS_EXTENSIONS";

    private const string FolderName = "extensions";

    /// <summary>The search folders, first one first; folders that do not exist are in the list too.</summary>
    /// <param name="flagged">Folders of <c>--extensions</c>.</param>
    /// <param name="includeBundled">Whether the folder that came with the product is searched.</param>
    /// <param name="environment">Reads an environment variable; several folders are separated as in PATH.</param>
    /// <param name="home">The user's folder.</param>
    /// <param name="executableFolder">Where the executable is.</param>
    public static ImmutableArray<string> Find(
        ImmutableArray<string> flagged, bool includeBundled, Func<string, string?> environment, LumenArgusHome home, string executableFolder)
    {
        var folders = flagged.Select(Path.GetFullPath).ToList();
        var variable = environment(Variable);
        if (!string.IsNullOrWhiteSpace(variable))
        {
            folders.AddRange(variable
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Path.GetFullPath));
        }

        folders.Add(home.ExtensionsDirectory);
        if (includeBundled)
        {
            folders.Add(Bundled(executableFolder));
        }

        return [.. folders.Distinct(StringComparer.Ordinal)];
    }

    // In a checkout the build stages plugins at the repository root; an installed product has them beside the executable.
    private static string Bundled(string executableFolder)
    {
        var beside = Path.Combine(executableFolder, FolderName);
        if (Directory.Exists(beside))
        {
            return beside;
        }

        for (var folder = new DirectoryInfo(executableFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LumenArgus.sln")))
            {
                return Path.Combine(folder.FullName, FolderName);
            }
        }

        return beside;
    }
}

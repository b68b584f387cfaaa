using System.Collections.Frozen;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// Which assemblies a plugin takes from the host. Sharing a type shares everything its signature names, so the set is explicit and small:
/// the contract with its closure, and what must exist once in a process.
/// </summary>
internal static class SharedAssemblies
{
    /// <summary>File name without extension of the contract.</summary>
    public const string Contract = "LumenArgus.Abstractions";

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            Contract,
            "Microsoft.Extensions.Configuration.Abstractions",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Primitives",
            "Microsoft.Data.Sqlite", // its native provider registers itself process-wide: a private copy never unloads
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> FrameworkNames = ReadFrameworkNames();

    public static bool IsShared(string name) => Names.Contains(name) || name.StartsWith("SQLitePCLRaw.", StringComparison.OrdinalIgnoreCase);

    public static bool IsFramework(string name) => FrameworkNames.Contains(name);

    // The list of trusted assemblies holds the host's own dlls too (Dapper must not leak into plugins), so only its framework folders count;
    // and all files of those folders, because a newer package in the host's folder replaces a file of the framework in the list.
    private static FrozenSet<string> ReadFrameworkNames()
    {
        var trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        return trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => Path.GetDirectoryName(path) ?? "")
            .Distinct(StringComparer.Ordinal)
            .Where(folder => Path.GetFileName(Path.GetDirectoryName(folder)) is "Microsoft.NETCore.App" or "Microsoft.AspNetCore.App")
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}

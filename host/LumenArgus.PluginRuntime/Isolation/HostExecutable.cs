using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LumenArgus.PluginRuntime.Isolation.Child;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>The program that is started for a plugin: the product itself, so that there is no second one to ship.</summary>
internal static class HostExecutable
{
    private const string Name = "lumen-argus";

    /// <summary>The folder of the runtime that this process runs on, with the program <c>dotnet</c>; null if it is not laid out like that.</summary>
    public static string? RuntimeRoot { get; } = FindRoot();

    /// <exception cref="PluginLoadException">It is not where this process was started from.</exception>
    public static ImmutableArray<string> Command()
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? Name + ".exe" : Name);
        var library = Path.Combine(AppContext.BaseDirectory, Name + ".dll");
        return File.Exists(program) ? [program, PluginChild.Verb]
            : File.Exists(library) && RuntimeRoot is { } root ? [Path.Combine(root, Dotnet), library, PluginChild.Verb]
            : throw new PluginLoadException($"needs a process of its own, and {program} is not there to be started for it");
    }

    private static string Dotnet => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    private static string? FindRoot()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return File.Exists(Path.Combine(root, Dotnet)) ? root : null;
    }
}

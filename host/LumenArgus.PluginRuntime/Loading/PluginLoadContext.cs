using System.Reflection;
using System.Runtime.Loader;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// The load context of one plugin. Four rules, in this order: shared set, framework, the plugin's own folder, refuse. There is no way
/// back to the host's other assemblies: falling through would hand plugins the host's private dependencies and pin their types in them.
/// </summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private readonly string _entryPath;
    private readonly AssemblyDependencyResolver _resolver;

    public PluginLoadContext(string pluginId, string entryPath)
        : base($"Plugin.{pluginId}", isCollectible: true)
    {
        _entryPath = entryPath;
        _resolver = new AssemblyDependencyResolver(entryPath);
    }

    public Assembly LoadEntry() => LoadFromAssemblyPath(_entryPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name ?? "";
        if (SharedAssemblies.IsShared(name))
        {
            return LoadShared(assemblyName);
        }

        if (SharedAssemblies.IsFramework(name))
        {
            return null;
        }

        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } path)
        {
            return LoadFromAssemblyPath(path);
        }

        throw new PluginLoadException(
            $"needs {name} {assemblyName.Version}, which is neither in its folder nor shared by the host: add it to the plugin's output " +
            "(a package reference without ExcludeAssets=runtime, built with CopyLocalLockFileAssemblies)");
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;

    private static Assembly LoadShared(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (IOException exception) when (exception is FileNotFoundException or FileLoadException)
        {
            // The runtime says "cannot find the file" for a version that is too high, which sends people looking for a file.
            var version = HostVersionOf(assemblyName.Name!);
            throw new PluginLoadException(version is null
                ? $"needs {assemblyName.Name} {assemblyName.Version}, which plugins take from the host, and this host does not have it"
                : $"was built against {assemblyName.Name} {assemblyName.Version}, this host has {version}: build it against {version} or update the host");
        }
    }

    private static Version? HostVersionOf(string name)
    {
        try
        {
            return Default.LoadFromAssemblyName(new AssemblyName(name)).GetName().Version;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

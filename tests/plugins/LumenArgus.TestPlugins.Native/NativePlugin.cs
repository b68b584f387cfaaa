using System.Globalization;
using System.Runtime.InteropServices;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Native;

/// <summary>Asks a native library for its version. The library is not built with it: tests put one into its folder.</summary>
public sealed class NativePlugin : ILumenPlugin, IMetricsHook
{
    private int _version;

    public void Configure(IPluginBuilder plugin)
    {
        _version = VersionOfLibrary();
        plugin.Registry.SetMetricsHook(_ => this);
    }

    public string GetMetrics() => string.Create(CultureInfo.InvariantCulture, $"test_native_version {_version}\n");

    // Tests give it the library of SQLite under this name, which no other part of the process has loaded.
    [DllImport("test_native", EntryPoint = "sqlite3_libversion_number")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int VersionOfLibrary();
}

using System.Runtime.InteropServices;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Native;

/// <summary>Calls a library that is nowhere. A name of its own: the runtime finds what another plugin has loaded under the same name.</summary>
public sealed class MissingLibraryPlugin : ILumenPlugin
{
    public void Configure(IPluginBuilder plugin) => _ = CallLibrary();

    [DllImport("test_native_nowhere")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int CallLibrary();
}

using System.Runtime.InteropServices;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginTesting;
using LumenArgus.Testing.Plugins;
using LumenArgus.Tests.PluginRuntime;
using LumenArgus.Tests.PluginRuntime.Loading;

namespace LumenArgus.Tests.PluginTesting;

/// <summary>A plugin with native code: loaded from its folder, shown to the operator, gone when it ends.</summary>
[Collection(UnloadCollection.Name)]
public sealed class NativeCodeTests
{
    [Fact]
    public async Task Load_LibraryInItsFolder_IsUsedAndLeaves()
    {
        using var extensions = new ExtensionsFolder();

        await UnloadAssert.LeavesMemoryAsync(AddWithLibrary(extensions), static async host =>
        {
            var metrics = await host.CallAsync<IMetricsHook, string>(static hook => hook.GetMetrics());
            metrics.ShouldStartWith("test_native_version 3");
        });
    }

    [Fact]
    public async Task Load_LibraryMissing_TellsTheAuthorWhatToDo()
    {
        using var extensions = new ExtensionsFolder();
        var folder = extensions.AddWithEntryType(TestPlugins.Native, "LumenArgus.TestPlugins.Native.MissingLibraryPlugin");

        var refusal = await Should.ThrowAsync<PluginRefusedException>(() => PluginTestHost.LoadAsync(folder));

        refusal.Message.ShouldContain("needs the native library test_native_nowhere");
        refusal.Message.ShouldContain("put it beside the plugin's dll");
    }

    [Fact]
    public async Task Status_OfAPluginWithNativeCode_ShowsIt()
    {
        await using var bench = new PluginBench();
        AddWithLibrary(bench.Extensions);

        (await bench.LoadActiveAsync()).GetStatus().Uses.ShouldContain("P/Invoke");
    }

    private static string AddWithLibrary(ExtensionsFolder extensions)
    {
        var folder = extensions.Add(TestPlugins.Native);
        var (prefix, suffix) = OperatingSystem.IsWindows() ? ("", ".dll") : ("lib", OperatingSystem.IsMacOS() ? ".dylib" : ".so");
        var sqlite = Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", $"{prefix}e_sqlite3{suffix}");
        File.Copy(sqlite, Path.Combine(folder, $"{prefix}test_native{suffix}"));
        return folder;
    }
}

using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>The first two gates: what can be told without running anything of a plugin.</summary>
internal static class PluginGates
{
    /// <summary>Checks a candidate's own folder, before it is copied.</summary>
    /// <exception cref="PluginLoadException">It does not pass.</exception>
    public static void CheckManifest(PluginManifest manifest)
    {
        if (!ApiVersion.Host.Accepts(manifest.Api))
        {
            throw new PluginLoadException($"needs contract {manifest.Api}, this host has {ApiVersion.Host}: {Advice(manifest.Api)}");
        }
    }

    /// <summary>Checks the files that will be loaded.</summary>
    /// <exception cref="PluginLoadException">They do not pass.</exception>
    public static EntryAssemblyReport CheckFiles(PluginManifest manifest, string folder)
    {
        if (Directory.EnumerateFiles(folder, SharedAssemblies.Contract + ".dll", SearchOption.AllDirectories).Any())
        {
            throw new PluginLoadException(
                $"brings its own {SharedAssemblies.Contract}.dll, whose types are not the host's: delete it and reference the contract with Private=false and ExcludeAssets=runtime");
        }

        var entry = Path.Combine(folder, manifest.Entry);
        if (!File.Exists(entry))
        {
            throw new PluginLoadException($"entry: {manifest.Entry} is not in the folder: copy the complete build output");
        }

        var report = EntryAssemblyReader.Read(entry);
        if (report.ContractVersion is not { } version)
        {
            throw new PluginLoadException($"{manifest.Entry} does not refer to {SharedAssemblies.Contract}: name the plugin's own dll as entry");
        }

        var built = ApiVersion.From(version);
        if (!ApiVersion.Host.Accepts(built))
        {
            throw new PluginLoadException($"was built against contract {built}, this host has {ApiVersion.Host}: {Advice(built)}");
        }

        if (built != manifest.Api)
        {
            throw new PluginLoadException($"api: the manifest says {manifest.Api} but {manifest.Entry} was built against {built}: build again, do not edit plugin.json");
        }

        return report;
    }

    private static string Advice(ApiVersion plugin) => plugin.Major < ApiVersion.Host.Major
        ? "update the plugin"
        : $"update the host, or build the plugin against {ApiVersion.Host}";
}

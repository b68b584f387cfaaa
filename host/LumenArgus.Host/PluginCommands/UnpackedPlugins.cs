using LumenArgus.PluginRuntime.Discovery;

namespace LumenArgus.Host.PluginCommands;

/// <summary>Plugins that are unpacked only to be looked at.</summary>
internal sealed class UnpackedPlugins : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lumen-argus-plugins-");
    private int _count;

    /// <summary>Unpacks a zip.</summary>
    /// <returns>What is in it, or what is wrong with it.</returns>
    public (PluginCandidate? Candidate, string? Problem) Add(string zip)
    {
        try
        {
            return PluginInstaller.LayOut(zip, Path.Combine(_folder.FullName, $"{_count++}")) is var (folder, problem) && problem is null
                ? (PluginCatalog.Inspect(folder), null)
                : (null, problem);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, failure.Message);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

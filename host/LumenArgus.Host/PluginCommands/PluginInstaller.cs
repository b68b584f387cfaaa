using System.IO.Compression;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Trust;

namespace LumenArgus.Host.PluginCommands;

/// <summary>
/// Puts plugins into an extensions folder and takes them out. A plugin is laid out beside its place, looked at there, and renamed into it: a host that runs never sees half of one,
/// and a dll that is mapped is never written to.
/// </summary>
internal static class PluginInstaller
{
    private const long MaxBytes = 512L * 1024 * 1024;
    private const int MaxFiles = 10_000;

    /// <summary>Installs a plugin.</summary>
    /// <param name="source">A plugin's folder, or a zip with its files, at the top or in one folder.</param>
    /// <param name="extensions">The extensions folder.</param>
    /// <param name="gate">Which plugins may be loaded: one that may not is not laid out.</param>
    /// <returns>What is installed, or what is wrong; then nothing has changed.</returns>
    public static (PluginVerification? Installed, string? Problem) Install(string source, string extensions, TrustGate gate)
    {
        var staging = Path.Combine(extensions, $".new-{Guid.NewGuid():N}");
        try
        {
            var (named, problem) = LayOut(source, staging);
            if (problem is not null)
            {
                return (null, problem);
            }

            var verification = PluginVerification.Of(PluginCatalog.Inspect(named), gate);
            if (verification.Problem is not null)
            {
                return (null, verification.Problem);
            }

            var place = Path.Combine(extensions, verification.Candidate.Id);
            if (Directory.Exists(place))
            {
                Directory.Move(place, Path.Combine(staging, "old"));
            }

            Directory.Move(named, place);
            return (verification with { Candidate = verification.Candidate with { Folder = place } }, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, failure.Message);
        }
        finally
        {
            Delete(staging);
        }
    }

    /// <summary>Copies or unpacks a plugin into a folder that is named like it.</summary>
    /// <param name="source">A plugin's folder, or a zip with its files.</param>
    /// <param name="staging">The folder around it; created.</param>
    /// <returns>The plugin's folder, or what is wrong.</returns>
    /// <exception cref="IOException">It cannot be copied.</exception>
    /// <exception cref="InvalidDataException">It is no zip.</exception>
    public static (string Folder, string? Problem) LayOut(string source, string staging)
    {
        Directory.CreateDirectory(staging);
        var laidOut = Path.Combine(staging, "plugin");
        var problem = Directory.Exists(source) ? CopyFolder(source, laidOut) : File.Exists(source) ? Extract(source, laidOut) : "there is no such folder or file";
        if (problem is not null)
        {
            return (laidOut, problem);
        }

        Protect(laidOut);

        // The folder has to be named like the plugin, whatever the source was named.
        return (PluginCatalog.Inspect(laidOut).Manifest?.Id is { } id ? Rename(laidOut, Path.Combine(staging, id)) : laidOut, null);
    }

    /// <summary>Removes a plugin.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="extensions">The extensions folder.</param>
    /// <returns>What is wrong; null if it is gone.</returns>
    public static string? Remove(string id, string extensions)
    {
        // By name among what is there: an id is never part of a path that is made.
        var folder = Directory.Exists(extensions) ? Directory.GetDirectories(extensions).FirstOrDefault(each => Path.GetFileName(each) == id && !id.StartsWith('.')) : null;
        if (folder is null)
        {
            return $"no plugin '{id}' is in {extensions}; one of another folder is removed there, or switched off with 'lumen-argus plugins disable {id}'";
        }

        var aside = Path.Combine(extensions, $".old-{Guid.NewGuid():N}");
        try
        {
            Directory.Move(folder, aside);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{folder} cannot be removed: {failure.Message}";
        }

        Delete(aside);
        return null;
    }

    // Whatever the umask of who installs and the modes in the zip are: nobody else gets to change what is loaded.
    private static void Protect(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            File.SetUnixFileMode(entry, File.GetUnixFileMode(entry) & ~(UnixFileMode.GroupWrite | UnixFileMode.OtherWrite));
        }
    }

    private static string Rename(string from, string to)
    {
        Directory.Move(from, to);
        return to;
    }

    private static string? CopyFolder(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Directory.Exists(target) ? null : "the folder is empty";
    }

    private static string? Extract(string source, string target)
    {
        using var zip = ZipFile.OpenRead(source);
        if (zip.Entries.Count > MaxFiles || zip.Entries.Sum(static entry => entry.Length) > MaxBytes)
        {
            return $"the zip holds more than {MaxFiles} files or {MaxBytes / (1024 * 1024)} MB";
        }

        // Refuses entries that would land outside of the target.
        zip.ExtractToDirectory(target);
        if (!File.Exists(Path.Combine(target, PluginRuntime.Manifests.PluginManifest.FileName)) && Directory.GetFileSystemEntries(target) is [var only] && Directory.Exists(only))
        {
            var aside = target + "-inner";
            Directory.Move(only, aside);
            Directory.Delete(target);
            Directory.Move(aside, target);
        }

        return null;
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Its name begins with a dot: nobody takes it for a plugin.
        }
    }
}

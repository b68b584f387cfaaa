using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// Copies plugin folders to <c>&lt;data&gt;/plugin-shadow/&lt;id&gt;/&lt;content hash&gt;/</c>. A dll is never loaded from the drop folder: on Linux a mapped dll
/// that is written to kills the process, on Windows it cannot be replaced.
/// </summary>
internal sealed class ShadowStore(string dataDirectory)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int HashLength = 32; // hexadecimal digits: 128 bits

    private readonly string _root = Path.Combine(Path.GetFullPath(dataDirectory), "plugin-shadow");

    /// <summary>Deletes the copies that no process holds.</summary>
    public void DeleteStale()
    {
        if (!Directory.Exists(_root))
        {
            return;
        }

        foreach (var plugin in Directory.GetDirectories(_root))
        {
            foreach (var folder in Directory.GetDirectories(plugin))
            {
                DeleteUnlessHeld(folder);
            }
        }
    }

    /// <summary>The hash that a copy of a folder would have now.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(folder).OrderBy(file => file, StringComparer.Ordinal))
        {
            Append(hash, file, Path.Combine(folder, file));
        }

        return Finish(hash);
    }

    /// <summary>Deletes the copy that a plugin was loaded from, unless another load holds it.</summary>
    public static void Delete(string folder) => DeleteUnlessHeld(folder);

    /// <summary>Holds a copy that another process has made.</summary>
    /// <param name="folder">The copy.</param>
    /// <exception cref="IOException">It cannot be held.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static ShadowFolder Open(string folder) => new(folder, Hold(folder));

    /// <summary>Copies a plugin's folder, or takes the copy of the same content that is already there.</summary>
    /// <exception cref="IOException">The folder cannot be read or the copy cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public ShadowFolder Create(string id, string folder)
    {
        var parent = Path.Combine(_root, id);
        CreateFolder(parent);
        var temporary = Path.Combine(parent, $"new-{Guid.NewGuid():N}");
        string hash;
        using (Hold(temporary))
        {
            CreateFolder(temporary);
            hash = Copy(folder, temporary);
            var target = Path.Combine(parent, hash);
            var held = Hold(target);
            if (Directory.Exists(target))
            {
                Directory.Delete(temporary, recursive: true);
            }
            else
            {
                Directory.Move(temporary, target);
            }

            File.Delete(LockFileOf(temporary));
            return new ShadowFolder(target, held);
        }
    }

    private static string LockFileOf(string folder) => folder + ".lock";

    private static FileStream Hold(string folder) =>
        new(LockFileOf(folder), new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite });

    private static void DeleteUnlessHeld(string folder)
    {
        try
        {
            using (new FileStream(LockFileOf(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            {
                Directory.Delete(folder, recursive: true);
                File.Delete(LockFileOf(folder));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Held by another host, or on Windows still mapped: the next start tries again.
        }
    }

    // Name, length and content of every file, in one order: a rename or a moved byte changes the hash.
    private static string Copy(string source, string target)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(source).OrderBy(file => file, StringComparer.Ordinal))
        {
            var destination = Path.Combine(target, file);
            CreateFolder(Path.GetDirectoryName(destination)!);
            File.Copy(Path.Combine(source, file), destination);
            Append(hash, file, destination); // of the copy: the source may change while it is copied
        }

        return Finish(hash);
    }

    private static void Append(IncrementalHash hash, string file, string path)
    {
        var content = File.ReadAllBytes(path);
        hash.AppendData(Encoding.UTF8.GetBytes($"{file}\0{content.Length}\0"));
        hash.AppendData(content);
    }

    private static string Finish(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];

    // Linked folders are not followed: they can form a circle, and a plugin is one folder.
    internal static IEnumerable<string> Files(string root, string below = "")
    {
        var folder = new DirectoryInfo(Path.Combine(root, below));
        foreach (var file in folder.EnumerateFiles())
        {
            yield return Path.Combine(below, file.Name);
        }

        foreach (var child in folder.EnumerateDirectories().Where(child => child.LinkTarget is null))
        {
            foreach (var file in Files(root, Path.Combine(below, child.Name)))
            {
                yield return file;
            }
        }
    }

    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}

using System.Text;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Files;

namespace LumenArgus.Host.Control;

/// <summary>
/// Where the control socket of a home folder is: in it, or, if that path is longer than an address of a socket may be, in a private folder among the
/// temporary files that a file in the home folder names.
/// </summary>
internal static class ControlAddress
{
    // The smallest limit of the systems we run on, without the zero at its end (sun_path: 104 on macOS, 108 on Linux and Windows).
    private const int MaxBytes = 103;

    public const string SocketName = "control.sock";

    public const string PointerName = "control.path";

    /// <summary>The path for a socket to be made; nothing is there any more. Only for the owner of the home's <see cref="ControlLock"/>.</summary>
    /// <exception cref="IOException">It cannot be prepared.</exception>
    public static string Prepare(LumenArgusHome home)
    {
        Remove(home);
        var path = Inside(home);
        if (Encoding.UTF8.GetByteCount(path) <= MaxBytes)
        {
            return path;
        }

        // Mode 0700 and a name that nobody can foresee.
        path = Path.Combine(Directory.CreateTempSubdirectory("lumen-argus-").FullName, SocketName);
        using var pointer = PrivateFiles.CreateNew(Pointer(home));
        pointer.Write(Encoding.UTF8.GetBytes(path));
        return path;
    }

    /// <summary>The path where a running product's socket would be.</summary>
    public static string Find(LumenArgusHome home) => ReadPointer(home) ?? Inside(home);

    /// <summary>Removes the socket with what belongs to it, also that of a process that was killed.</summary>
    public static void Remove(LumenArgusHome home)
    {
        File.Delete(Inside(home));
        if (ReadPointer(home) is not { } path)
        {
            return;
        }

        File.Delete(path);
        File.Delete(Pointer(home));
        var folder = Path.GetDirectoryName(path);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder);
        }
    }

    private static string Inside(LumenArgusHome home) => Path.Combine(home.Root, SocketName);

    private static string Pointer(LumenArgusHome home) => Path.Combine(home.Root, PointerName);

    // What does not look like ours is not followed.
    private static string? ReadPointer(LumenArgusHome home)
    {
        try
        {
            var path = File.ReadAllText(Pointer(home));
            return Path.IsPathFullyQualified(path) && Path.GetFileName(path) == SocketName ? path : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

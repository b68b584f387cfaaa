using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LumenArgus.Plugins.Redaction;

/// <summary>The key of a workspace's placeholders: 32 random bytes in a file that only its owner can read.</summary>
internal static partial class WorkspaceKey
{
    private const int Bytes = 32;

    /// <summary>Reads the key; the first time, makes one.</summary>
    /// <exception cref="IOException">The file cannot be read or written: the plugin does not start, because placeholders that change would be worse.</exception>
    public static byte[] LoadOrCreate(string file)
    {
        if (!File.Exists(file))
        {
            Create(file);
        }

        var key = File.ReadAllBytes(file);
        return key.Length == Bytes ? key : throw new InvalidDataException($"{file} does not hold a key of {Bytes} bytes");
    }

    // Written aside and then given its name, so that it appears whole, and two that start at once use one key.
    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var temporary = $"{file}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Bytes));
        }

        try
        {
            TryName(temporary, file);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Gives a key its name; of several that are to have it at once one gets it.</summary>
    /// <returns>False if there is one of this name: another process was faster, and its key counts.</returns>
    internal static bool TryName(string temporary, string file)
    {
        // On Unix File.Move looks whether the name is there and then replaces what is there by then; a link is refused. A file system without links leaves nothing better.
        if (!OperatingSystem.IsWindows() && Link(temporary, file) == 0)
        {
            return true;
        }

        try
        {
            File.Move(temporary, file, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}

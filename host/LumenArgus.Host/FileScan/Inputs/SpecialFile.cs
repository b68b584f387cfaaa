using System.Formats.Tar;

namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>Tells pipes, sockets and devices from files. What kind of file one is .NET says in one place only: where it puts it into an archive, without opening any but regular ones.</summary>
internal static class SpecialFile
{
    /// <param name="emptyFile">A path without content, which is no link.</param>
    /// <exception cref="IOException">It is gone.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static bool IsRegular(string emptyFile)
    {
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true);
            writer.WriteEntry(emptyFile, "x");
        }
        catch (IOException failure) when (failure is not (FileNotFoundException or DirectoryNotFoundException))
        {
            // An archive cannot hold a socket.
            return false;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry() is { EntryType: TarEntryType.RegularFile };
    }
}

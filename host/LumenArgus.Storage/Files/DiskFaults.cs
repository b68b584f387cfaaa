namespace LumenArgus.Storage.Files;

/// <summary>What a write throws when the disk refuses it.</summary>
public static class DiskFaults
{
    /// <summary>Tells whether an exception is of the disk.</summary>
    /// <param name="exception">What a file threw.</param>
    /// <returns>True if another try may succeed; a mistake of the caller is none.</returns>
    public static bool Is(Exception exception) =>
        // The runtime throws the last one where a file would become larger than the file system or a limit allows (EFBIG).
        exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;
}

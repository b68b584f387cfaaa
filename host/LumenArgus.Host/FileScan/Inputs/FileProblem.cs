namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>Why a file that was named cannot be read or written, in words.</summary>
internal static class FileProblem
{
    public const string Folder = "it is a folder, not a file";

    /// <summary>The system's own words, but for a folder: of that it says that access is denied.</summary>
    public static string Of(string path, Exception failure) => Directory.Exists(path) ? Folder : failure.Message;
}

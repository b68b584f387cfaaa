namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>
/// Names of files that are not UTF-8, as other systems and old archives leave them. .NET has U+FFFD in the place of what it cannot decode, and opens nothing by such a name:
/// the file seems not to be there.
/// </summary>
internal static class UndecodedName
{
    private const char Replacement = '\uFFFD';

    /// <param name="missing">A path at which nothing can be found.</param>
    public static bool Is(string missing) => missing.Contains(Replacement, StringComparison.Ordinal);

    public static string Problem(string path) => $"{path} is not scanned: its name is not UTF-8 (? stands for what is not). Rename it, or give its content on standard input";
}

namespace LumenArgus.Storage.Audit.Reading;

/// <summary>The audit files of a folder.</summary>
public static class AuditFolder
{
    /// <summary>Lists them, oldest first.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>Full paths; none if the folder is missing.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Files(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        return InOrder(Directory.GetFiles(directory, AuditFileName.SearchPattern).Where(static path => AuditFileName.TryParse(Path.GetFileName(path), out _)));
    }

    /// <summary>Sorts files by the time in their names; those with other names come first.</summary>
    /// <param name="files">The files.</param>
    /// <returns>Oldest first.</returns>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> files) =>
        [.. files.Select(static path => (Path: path, Key: KeyOf(path))).OrderBy(static file => file.Key.Start).ThenBy(static file => file.Key.Number)
            .ThenBy(static file => file.Path, StringComparer.Ordinal).Select(static file => file.Path)];

    private static (DateTimeOffset Start, int Number) KeyOf(string path) =>
        AuditFileName.TryParse(Path.GetFileName(path), out var start, out var number) ? (start.Value, number) : (DateTimeOffset.MinValue, 0);
}

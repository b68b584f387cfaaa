namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>
/// The files below a folder, in the order of their names. Folders of version control are left out; <c>.gitignore</c> is not honoured, because what it
/// names (<c>.env</c>) is what leaks. Symbolic links are not followed, so there are no loops; they are counted.
/// </summary>
internal sealed class FileWalker(Action<string> problem)
{
    private static readonly string[] VersionControl = [".git", ".hg", ".svn"];

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Symbolic links that were passed over.</summary>
    public int Links { get; private set; }

    /// <summary>Walks a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <returns>Paths that begin with the root.</returns>
    public IEnumerable<string> Walk(string root)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            var entries = Entries(folder);
            foreach (var entry in entries)
            {
                if (entry.LinkTarget is not null)
                {
                    Links++;
                }
                else if (entry is FileInfo { Length: > 0 })
                {
                    // Without a length there is nothing to read, and a pipe would be waited for.
                    yield return Path.Combine(folder, entry.Name);
                }
            }

            foreach (var entry in entries.Where(static entry => entry is DirectoryInfo && entry.LinkTarget is null).Reverse())
            {
                if (!VersionControl.Contains(entry.Name, StringComparer.Ordinal))
                {
                    folders.Push(Path.Combine(folder, entry.Name));
                }
            }
        }
    }

    private FileSystemInfo[] Entries(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything).OrderBy(static entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem($"{folder} cannot be read: {exception.Message}");
            return [];
        }
    }
}

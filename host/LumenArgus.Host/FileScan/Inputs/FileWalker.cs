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
            Links += entries.Count(static entry => entry.IsLink);
            foreach (var entry in entries.Where(static entry => entry is { IsLink: false, IsFolder: false, IsEmpty: false }))
            {
                yield return Path.Combine(folder, entry.Name);
            }

            foreach (var entry in entries.Where(static entry => entry is { IsLink: false, IsFolder: true }).Reverse())
            {
                if (!VersionControl.Contains(entry.Name, StringComparer.Ordinal))
                {
                    folders.Push(Path.Combine(folder, entry.Name));
                }
            }
        }
    }

    private Entry[] Entries(string folder)
    {
        try
        {
            // Two of one name: one of them is not UTF-8, and by that name the other one is opened.
            return
            [
                .. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything).GroupBy(static info => info.Name, StringComparer.Ordinal)
                    .OrderBy(static group => group.Key, StringComparer.Ordinal).SelectMany(group => group.Select((info, index) => index == 0 ? Describe(info) : Undecoded(info))),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem($"{folder} cannot be read: {exception.Message}");
            return [];
        }
    }

    // Nothing is read where there is no length: a pipe would be waited for.
    private Entry Describe(FileSystemInfo info)
    {
        try
        {
            if (UndecodedName.Is(info.Name) && !Path.Exists(info.FullName))
            {
                return Undecoded(info);
            }

            var isLink = info.LinkTarget is not null;
            var isEmpty = info is FileInfo { Length: 0 };
            if (isEmpty && !isLink && !SpecialFile.IsRegular(info.FullName))
            {
                problem($"{info.FullName} is not read: it is no file with content, but a pipe, a socket or a device");
            }

            return new Entry(info.Name, info is DirectoryInfo, isLink, isEmpty);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // Gone since the folder was read.
            return new Entry(info.Name, IsFolder: false, IsLink: false, IsEmpty: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem($"{info.FullName} cannot be read: {exception.Message}");
            return new Entry(info.Name, IsFolder: false, IsLink: false, IsEmpty: true);
        }
    }

    private Entry Undecoded(FileSystemInfo info)
    {
        problem(UndecodedName.Problem(info.FullName));
        return new Entry(info.Name, IsFolder: false, IsLink: false, IsEmpty: true);
    }

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink, bool IsEmpty);
}

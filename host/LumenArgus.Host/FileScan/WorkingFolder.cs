using LumenArgus.Host.FileScan.Inputs;

namespace LumenArgus.Host.FileScan;

/// <summary>The folder a command runs in, and how files are named from there.</summary>
internal sealed class WorkingFolder
{
    private readonly string _base;

    public WorkingFolder(string path)
    {
        Path = path;
        _base = GitRepository.RootOf(path) ?? path;
    }

    public string Path { get; }

    /// <summary>Where a project file may be.</summary>
    public IEnumerable<string> ProjectFolders => [_base, Path];

    /// <summary>
    /// The path that rules and allowlists see: from the top of the repository (or from here) where the file is below it, else the whole path. So
    /// <c>tests/**</c> means this project's tests, and not all that happens to lie in a folder of that name.
    /// </summary>
    public string SourceFile(string path)
    {
        var full = System.IO.Path.GetFullPath(path, Path);
        var relative = System.IO.Path.GetRelativePath(_base, full);
        return relative.StartsWith("..", StringComparison.Ordinal) || System.IO.Path.IsPathRooted(relative) ? full : relative;
    }

    /// <summary>A path as it is shown: as it was given, without <c>./</c>, with <c>/</c> between folders.</summary>
    public static string Display(string path)
    {
        var text = System.IO.Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path;
        return text.StartsWith("./", StringComparison.Ordinal) && text.Length > 2 ? text[2..] : text;
    }
}

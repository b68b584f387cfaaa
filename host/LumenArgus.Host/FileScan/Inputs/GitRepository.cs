namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>Finds the repository that a folder belongs to.</summary>
internal static class GitRepository
{
    /// <summary>The top folder, without asking git: the nearest one that has a <c>.git</c> (a file in worktrees); null outside of a repository.</summary>
    public static string? RootOf(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (Path.Exists(Path.Combine(current.FullName, ".git")))
            {
                return current.FullName;
            }
        }

        return null;
    }
}

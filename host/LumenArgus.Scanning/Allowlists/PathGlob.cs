namespace LumenArgus.Scanning.Allowlists;

/// <summary>
/// A pattern for the path of a file. <c>*</c> and <c>?</c> stay within one name, <c>**</c> is any number of folders. A pattern that does not begin
/// with <c>/</c> begins at any folder, so <c>test/**</c> matches <c>/home/me/project/test/data/a.txt</c>; one that ends with <c>/</c> matches
/// all that is below. Case matters, and <c>\</c> is read as <c>/</c>.
/// </summary>
internal sealed class PathGlob
{
    private const string AnyFolders = "**";

    // Null stands for any number of folders.
    private readonly ValueGlob?[] _names;

    public PathGlob(string pattern) => _names = [.. Names(pattern).Select(static name => name == AnyFolders ? null : new ValueGlob(name))];

    /// <summary>Whether nothing at all would be left.</summary>
    public static bool MatchesEverything(string pattern) => Array.TrueForAll(Names(pattern), ValueGlob.MatchesEverything);

    /// <summary>
    /// The names of a path, folders first. Null for a path that leaves the folder it begins in: <c>test/../../key.pem</c> is not a file of <c>test</c>,
    /// and nobody knows which one it is.
    /// </summary>
    public static string[]? Split(string path)
    {
        var names = new List<string>();
        foreach (var name in path.Replace('\\', '/').Split('/'))
        {
            if (name is "" or ".")
            {
                continue;
            }

            if (name != "..")
            {
                names.Add(name);
            }
            else if (names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return [.. names];
    }

    /// <summary>Whether a path, taken apart by <see cref="Split"/>, matches.</summary>
    public bool IsMatch(ReadOnlySpan<string> path)
    {
        int name = 0, position = 0;
        int folders = -1, resumeAt = 0;
        while (position < path.Length)
        {
            if (name < _names.Length && _names[name] is null)
            {
                folders = name++;
                resumeAt = position;
            }
            else if (name < _names.Length && _names[name]!.IsMatch(path[position]))
            {
                name++;
                position++;
            }
            else if (folders >= 0)
            {
                // Only the last "any folders" is ever given one folder more: what an earlier one could reach, this one can.
                name = folders + 1;
                position = ++resumeAt;
            }
            else
            {
                return false;
            }
        }

        return name == _names.Length;
    }

    private static string[] Names(string pattern)
    {
        var text = pattern.Replace('\\', '/');
        List<string> names = text.StartsWith('/') ? [] : [AnyFolders];
        names.AddRange(text.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(static name => name != "."));
        if (text.EndsWith('/'))
        {
            names.Add(AnyFolders);
        }

        return [.. names];
    }
}

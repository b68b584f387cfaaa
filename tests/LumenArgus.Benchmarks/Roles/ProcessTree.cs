using System.Globalization;

namespace LumenArgus.Benchmarks.Roles;

/// <summary>The ids of a process and its children, found through the parent ids in <c>/proc</c> (see proc_pid_stat(5)).</summary>
internal static class ProcessTree
{
    public static IReadOnlyList<int> Of(int root)
    {
        var parents = ReadParents();
        return [.. parents.Keys.Where(id => IsIn(id, root, parents))];
    }

    private static bool IsIn(int id, int root, Dictionary<int, int> parents)
    {
        while (id != root)
        {
            if (!parents.TryGetValue(id, out id))
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<int, int> ReadParents()
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ReadParent(folder) is { } parent)
            {
                parents[id] = parent;
            }
        }

        return parents;
    }

    private static int? ReadParent(string folder)
    {
        try
        {
            // "id (name) state parent ...": the name may hold spaces and brackets, so count from its last bracket.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended in the meantime.
            return null;
        }
    }
}

using LumenArgus.Tests.Architecture;

namespace LumenArgus.Tests.Guide;

/// <summary>The text of <c>abstractions/README.md</c>.</summary>
internal static class AuthorGuide
{
    private const string TableStart = "<!-- table of names: written by SeedTableTests, do not edit -->\n";
    private const string TableEnd = "<!-- end of the table of names -->";

    public static string Text { get; } = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "abstractions", "README.md")).ReplaceLineEndings("\n");

    /// <summary>The same with another table.</summary>
    public static string WithTable(string table)
    {
        var start = Text.IndexOf(TableStart, StringComparison.Ordinal) + TableStart.Length;
        var end = Text.IndexOf(TableEnd, StringComparison.Ordinal);
        return Text[..start] + table + Text[end..];
    }

    /// <summary>The blocks of C#, each with its line.</summary>
    public static IEnumerable<(int Line, string Code)> Snippets()
    {
        var lines = Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "```csharp")
            {
                var end = Array.IndexOf(lines, "```", i);
                yield return (i + 2, string.Join('\n', lines[(i + 1)..end]));
                i = end;
            }
        }
    }
}

using LumenArgus.Storage.Findings;

namespace LumenArgus.Dashboard.Api.Findings;

/// <summary>A project folder.</summary>
internal sealed record ProjectView(string WorkingDirectory, string ProjectName, long FindingCount, long CriticalCount, string LastFindingAt, IReadOnlyList<string> Agents)
{
    public static ProjectView Of(ProjectSummary project) => new(
        project.WorkingDirectory,
        NameOf(project.WorkingDirectory),
        project.FindingCount,
        project.CriticalCount,
        project.LastFindingAt,
        [.. project.Clients.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    // Folders of any system, whatever this one is.
    private static string NameOf(string path)
    {
        var trimmed = path.TrimEnd('/', '\\');
        return trimmed.Length == 0 ? path : trimmed[(trimmed.LastIndexOfAny(['/', '\\']) + 1)..];
    }
}

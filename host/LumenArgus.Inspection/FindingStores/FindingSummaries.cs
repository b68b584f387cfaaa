using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Inspection.FindingStores;

/// <summary>What the pages of the dashboard show of counts, made of the counts that a plugin's store gives.</summary>
internal static class FindingSummaries
{
    private const int MaxTypes = 20;
    private const int MaxModels = 20;
    private const int MaxClients = 50;
    private const int MaxLeaders = 8;

    public static ImmutableArray<FindingKey> OfStats { get; } =
        [FindingKey.Severity, FindingKey.Detector, FindingKey.Type, FindingKey.Action, FindingKey.Provider, FindingKey.Model, FindingKey.Client];

    public static ImmutableArray<FindingKey> OfFacets { get; } =
    [
        FindingKey.Severity, FindingKey.Detector, FindingKey.Action, FindingKey.Provider, FindingKey.Client, FindingKey.Type, FindingKey.Origin, FindingKey.Account,
        FindingKey.WorkingDirectory,
    ];

    public static ImmutableArray<FindingKey> OfProjects { get; } = [FindingKey.WorkingDirectory, FindingKey.Severity, FindingKey.Client];

    public static FindingStats Stats(ImmutableArray<FindingCount> counts) => new()
    {
        Total = counts.Sum(static count => count.Count),
        LastSeen = counts.IsEmpty ? null : StoreTime.Format(counts.Max(static count => count.LastSeen)),
        BySeverity = List(counts, 0),
        ByDetector = List(counts, 1),
        ByType = List(counts, 2, MaxTypes),
        ByAction = List(counts, 3),
        ByProvider = List(counts, 4),
        ByModel = List(counts, 5, MaxModels),
        ByClient = List(counts, 6, MaxClients),
    };

    public static FindingFacets Facets(ImmutableArray<FindingCount> counts) => new()
    {
        Severity = Named(counts, 0),
        Detector = Named(counts, 1),
        Action = Named(counts, 2),
        Provider = Named(counts, 3),
        Client = Named(counts, 4),
        FindingType = Named(counts, 5),
        Origin = Named(counts, 6),
        Account = Named(counts, 7, MaxLeaders),
        Project = Named(counts, 8, MaxLeaders),
    };

    public static IReadOnlyList<ProjectSummary> Projects(ImmutableArray<FindingCount> counts, int limit) =>
    [
        .. counts.Where(static count => count.Names[0].Length > 0).GroupBy(static count => count.Names[0], StringComparer.Ordinal).Select(static folder => new ProjectSummary
        {
            WorkingDirectory = folder.Key,
            FindingCount = folder.Sum(static count => count.Count),
            CriticalCount = folder.Where(static count => count.Names[1] == "critical").Sum(static count => count.Count),
            LastFindingAt = StoreTime.Format(folder.Max(static count => count.LastSeen)),
            Clients = string.Join('\n', folder.Select(static count => count.Names[2]).Distinct(StringComparer.Ordinal)),
        }).OrderByDescending(static project => project.FindingCount).ThenBy(static project => project.WorkingDirectory, StringComparer.Ordinal).Take(limit),
    ];

    public static IReadOnlyList<DayCount> Trend(ImmutableArray<FindingCount> counts) =>
    [
        .. counts.Select(static count => new DayCount { Day = count.Names[0], Severity = count.Names[1], Action = count.Names[2], Count = count.Count })
            .OrderBy(static day => day.Day, StringComparer.Ordinal).ThenBy(static day => day.Severity, StringComparer.Ordinal).ThenBy(static day => day.Action, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<HourCount> Hours(ImmutableArray<FindingCount> counts) =>
        [.. counts.Select(static count => new HourCount { Hour = count.Names[0], Count = count.Count }).OrderBy(static hour => hour.Hour, StringComparer.Ordinal)];

    public static IReadOnlyList<TypeSight> Sights(ImmutableArray<FindingCount> counts) =>
        [.. counts.Select(static count => new TypeSight { Detector = count.Names[0], FindingType = count.Names[1], LastSeen = StoreTime.Format(count.LastSeen) })];

    private static IReadOnlyList<NamedCount> Named(ImmutableArray<FindingCount> counts, int name, int limit = int.MaxValue) =>
        List([.. counts.Where(count => count.Names[name].Length > 0)], name, limit);

    private static IReadOnlyList<NamedCount> List(ImmutableArray<FindingCount> counts, int name, int limit = int.MaxValue) =>
    [
        .. counts.GroupBy(count => count.Names[name], StringComparer.Ordinal)
            .Select(static group => new NamedCount { Name = group.Key, Count = group.Sum(static count => count.Count) })
            .OrderByDescending(static count => count.Count).ThenBy(static count => count.Name, StringComparer.Ordinal).Take(limit),
    ];
}

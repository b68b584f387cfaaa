using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Inspection.FindingStores;

/// <summary>Reads findings where they are kept: from a plugin's store while there is one, else from the host's own.</summary>
internal sealed class FindingStoreSwitch(IFindingStore own, CurrentGeneration current, PluginInvoker invoker, TimeProvider clock) : IFindingStore
{
    private static readonly ImmutableArray<FindingKey> ByDay = [FindingKey.Day, FindingKey.Severity, FindingKey.Action];
    private static readonly ImmutableArray<FindingKey> ByHour = [FindingKey.Hour];
    private static readonly ImmutableArray<FindingKey> ByType = [FindingKey.Detector, FindingKey.Type];

    public Task<FindingPage> PageAsync(FindingFilter filter, int limit, long offset, CancellationToken cancellationToken) => AskAsync(
        store => store.PageAsync(filter, limit, offset, cancellationToken),
        async store =>
        {
            var page = await store.SearchAsync(StoredFindings.SearchOf(filter) with { Limit = limit, Offset = offset }, cancellationToken);
            return new FindingPage([.. page.Findings.Select(StoredFindings.RowOf)], page.Total) { NextBefore = page.Findings.Length == limit ? page.Findings[^1].Id : null };
        });

    public Task<FindingRow?> FindAsync(long id, CancellationToken cancellationToken) => AskAsync(
        store => store.FindAsync(id, cancellationToken),
        async store => await store.FindAsync(id, cancellationToken) is { } finding ? StoredFindings.RowOf(finding) : null);

    public Task<FindingStats> StatsAsync(FindingFilter filter, CancellationToken cancellationToken) => AskAsync(
        store => store.StatsAsync(filter, cancellationToken),
        async store => FindingSummaries.Stats(await store.CountAsync(StoredFindings.SearchOf(filter), FindingSummaries.OfStats, cancellationToken)));

    public Task<IReadOnlyList<DayCount>> TrendAsync(int days, CancellationToken cancellationToken) => AskAsync(
        store => store.TrendAsync(days, cancellationToken),
        async store => FindingSummaries.Trend(await store.CountAsync(Since(days), ByDay, cancellationToken)));

    public Task<IReadOnlyList<SessionSummary>> SessionsAsync(DateTimeOffset? since, int limit, CancellationToken cancellationToken) => AskAsync<IReadOnlyList<SessionSummary>>(
        store => store.SessionsAsync(since, limit, cancellationToken),
        async store => [.. (await store.SessionsAsync(new FindingSessionSearch { Since = since, Limit = limit }, cancellationToken)).Sessions.Select(StoredFindings.SummaryOf)]);

    public Task<long> SessionCountAsync(DateTimeOffset? since, CancellationToken cancellationToken) => AskAsync(
        store => store.SessionCountAsync(since, cancellationToken),
        async store => (await store.SessionsAsync(new FindingSessionSearch { Since = since, Limit = 1 }, cancellationToken)).Total);

    public Task<IReadOnlyList<SessionSummary>> SessionsOfAsync(string sessionId, CancellationToken cancellationToken) => AskAsync<IReadOnlyList<SessionSummary>>(
        store => store.SessionsOfAsync(sessionId, cancellationToken),
        async store => [.. (await store.SessionsAsync(new FindingSessionSearch { SessionId = sessionId }, cancellationToken)).Sessions.Select(StoredFindings.SummaryOf)]);

    public Task<string?> FirstExchangeAsync(string sessionId, CancellationToken cancellationToken) => AskAsync(
        store => store.FirstExchangeAsync(sessionId, cancellationToken),
        async store => (await store.SessionsAsync(new FindingSessionSearch { SessionId = sessionId, Limit = 1 }, cancellationToken)).Sessions.FirstOrDefault()?.FirstExchangeId);

    public Task<FindingFacets> FacetsAsync(CancellationToken cancellationToken) => AskAsync(
        store => store.FacetsAsync(cancellationToken),
        async store => FindingSummaries.Facets(await store.CountAsync(new FindingSearch(), FindingSummaries.OfFacets, cancellationToken)));

    public Task<IReadOnlyList<ProjectSummary>> ProjectsAsync(int days, int limit, CancellationToken cancellationToken) => AskAsync(
        store => store.ProjectsAsync(days, limit, cancellationToken),
        async store => FindingSummaries.Projects(await store.CountAsync(Since(days), FindingSummaries.OfProjects, cancellationToken), limit));

    public Task<IReadOnlyList<HourCount>> HoursAsync(int days, CancellationToken cancellationToken) => AskAsync(
        store => store.HoursAsync(days, cancellationToken),
        async store => FindingSummaries.Hours(await store.CountAsync(Since(days), ByHour, cancellationToken)));

    public Task<IReadOnlyList<TypeSight>> SightsAsync(CancellationToken cancellationToken) => AskAsync(
        store => store.SightsAsync(cancellationToken),
        async store => FindingSummaries.Sights(await store.CountAsync(new FindingSearch(), ByType, cancellationToken)));

    // Whole days up to today, as the host's own store counts them.
    private FindingSearch Since(int days) => new() { Since = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date.AddDays(1 - days), TimeSpan.Zero) };

    private async Task<T> AskAsync<T>(Func<IFindingStore, Task<T>> host, Func<PluginFindingStore, Task<T>> plugin)
    {
        using var lease = current.Acquire();
        return lease?.Generation.FindingStore is { } part ? await plugin(new PluginFindingStore(invoker, part)) : await host(own);
    }
}

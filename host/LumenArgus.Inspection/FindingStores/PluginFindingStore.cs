using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.Storage.Database;
using IContractStore = LumenArgus.Abstractions.Plugin.IFindingStore;

namespace LumenArgus.Inspection.FindingStores;

/// <summary>
/// Calls a plugin's store under budgets, and checks what it gives. The caller holds the generation. That the store fails is no reason to stop calling the plugin, which may have detectors too: all
/// its faults count as one.
/// </summary>
internal sealed class PluginFindingStore(PluginInvoker invoker, PluginPart<IContractStore> part)
{
    // More would be a page that nobody reads, or counts by what is no group.
    private const int MaxCounts = 200_000;

    private static readonly TimeSpan RecordBudget = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadBudget = TimeSpan.FromSeconds(5);

    /// <summary>Gives a batch to the store.</summary>
    /// <returns>The numbers; null and why, if it failed.</returns>
    public async ValueTask<(ImmutableArray<long>? Numbers, string Problem)> RecordAsync(FindingBatch batch, CancellationToken cancellationToken)
    {
        var result = await CallAsync("finding_store.record", async (store, token) =>
        {
            var numbers = await store.RecordAsync(batch, token);
            return !numbers.IsDefault && numbers.Length == batch.Findings.Length ? numbers : throw new InvalidOperationException("There is not one number for each finding.");
        }, RecordBudget, cancellationToken);
        return result.Status == PluginCallStatus.Ok ? (result.Value, "") : (null, ProblemOf(result.Status));
    }

    /// <exception cref="StoreException">It failed.</exception>
    public ValueTask<FindingSearchResult> SearchAsync(FindingSearch search, CancellationToken cancellationToken) =>
        ReadAsync("finding_store.search", async (store, token) =>
        {
            var page = await store.SearchAsync(search, token);
            return page is { Findings.IsDefault: false } && page.Findings.Length <= search.Limit && page.Findings.All(static finding => finding is not null)
                ? page
                : throw new InvalidOperationException("The page is null, has a finding that is null, or more than were asked for.");
        }, cancellationToken);

    /// <exception cref="StoreException">It failed.</exception>
    public ValueTask<StoredFinding?> FindAsync(long id, CancellationToken cancellationToken) =>
        ReadAsync("finding_store.find", async (store, token) => await store.FindAsync(id, token), cancellationToken);

    /// <exception cref="StoreException">It failed.</exception>
    public ValueTask<ImmutableArray<FindingCount>> CountAsync(FindingSearch search, ImmutableArray<FindingKey> by, CancellationToken cancellationToken) =>
        ReadAsync("finding_store.count", async (store, token) =>
        {
            var counts = await store.CountAsync(search, by, token);
            return !counts.IsDefault && counts.Length <= MaxCounts && counts.All(count => AreNames(count, by.Length))
                ? counts
                : throw new InvalidOperationException("The counts have not one name for each key, or are too many.");
        }, cancellationToken);

    /// <exception cref="StoreException">It failed.</exception>
    public ValueTask<FindingSessions> SessionsAsync(FindingSessionSearch search, CancellationToken cancellationToken) =>
        ReadAsync("finding_store.sessions", async (store, token) =>
        {
            var page = await store.SessionsAsync(search, token);
            return page is { Sessions.IsDefault: false } && page.Sessions.Length <= search.Limit && page.Sessions.All(static session => session is not null)
                ? page
                : throw new InvalidOperationException("The page is null, has a conversation that is null, or more than were asked for.");
        }, cancellationToken);

    private static bool AreNames(FindingCount? count, int keys) => count is { Names.IsDefault: false } && count.Names.Length == keys && count.Names.All(static name => name is not null);

    private async ValueTask<T> ReadAsync<T>(string operation, Func<IContractStore, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        var result = await CallAsync(operation, call, ReadBudget, cancellationToken);
        return result.Status switch
        {
            PluginCallStatus.Ok => result.Value!,
            PluginCallStatus.Cancelled => throw new OperationCanceledException(cancellationToken),
            _ => throw new StoreException(ProblemOf(result.Status)),
        };
    }

    private ValueTask<PluginCallResult<T>> CallAsync<T>(
        string operation, Func<IContractStore, CancellationToken, ValueTask<T>> call, TimeSpan budget, CancellationToken cancellationToken) =>
        invoker.InvokeAsync(
            new PluginCall(part.Plugin, operation) { FaultKey = "finding_store", IsOutsideTraffic = true }, token => call(part.Part, token), budget, cancellationToken);

    private string ProblemOf(PluginCallStatus status) => $"Plugin {part.Plugin.Id}, which keeps the findings, " + status switch
    {
        PluginCallStatus.TimedOut => "took too long.",
        PluginCallStatus.NotCalled => "is not called now: it failed too often.",
        _ => $"failed: {part.Plugin.Faults.Last?.TypeName ?? "it was ended"}.",
    };
}

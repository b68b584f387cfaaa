using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.FindingStores;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>The store's findings for one plugin.</summary>
internal sealed class FindingReader(PluginManifest manifest, IFindingStore? store) : IFindingReader
{
    private const int MaxLimit = 500;

    public async ValueTask<FindingSearchResult> ReadAsync(FindingSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        Capabilities.Demand(manifest, PluginCapability.FindingsRead);
        if (store is null)
        {
            return new FindingSearchResult([], 0);
        }

        var page = await StoreCall.RunAsync(store.PageAsync(
            StoredFindings.FilterOf(search), Math.Clamp(search.Limit, 1, MaxLimit), Math.Max(0, search.Offset), cancellationToken));

        // The hashes are for whoever keeps findings.
        return new FindingSearchResult([.. page.Findings.Select(static row => StoredFindings.Of(row) with { ApiKeyHash = "", ContentHash = "", ValueHash = "" })], page.Total);
    }
}

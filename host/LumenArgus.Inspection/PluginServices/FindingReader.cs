using System.Globalization;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
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

        var filter = new FindingFilter
        {
            Detector = search.Detector,
            FindingType = search.Type,
            Severity = search.Severity,
            Action = search.Action,
            SessionId = search.SessionId,
            From = search.Since,
            To = search.Until,
            Before = search.Before,
        };
        var page = await StoreCall.RunAsync(store.PageAsync(filter, Math.Clamp(search.Limit, 1, MaxLimit), offset: 0, cancellationToken));
        return new FindingSearchResult([.. page.Findings.Select(Of)], page.Total);
    }

    private static StoredFinding Of(FindingRow row) => new()
    {
        Id = row.Id,
        Timestamp = DateTimeOffset.TryParse(row.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : default,
        Detector = row.Detector,
        Type = row.FindingType,
        Severity = row.Severity,
        Action = row.ActionTaken,
        Location = row.Location,
        ValuePreview = row.ValuePreview,
        Provider = row.Provider,
        Model = row.Model,
        Client = row.ClientName,
        SessionId = row.SessionId,
        ExchangeId = row.ExchangeId,
        WorkingDirectory = row.WorkingDirectory,
        SeenCount = row.SeenCount,
    };
}

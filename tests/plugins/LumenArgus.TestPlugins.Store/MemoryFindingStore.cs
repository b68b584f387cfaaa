using System.Collections.Immutable;
using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Store;

internal sealed class MemoryFindingStore(string? switchFile) : IFindingStore
{
    private readonly Lock _lock = new();
    private readonly List<StoredFinding> _findings = [];

    public async ValueTask<ImmutableArray<long>> RecordAsync(FindingBatch batch, CancellationToken cancellationToken)
    {
        if (await IsGarbageAsync(cancellationToken))
        {
            return default;
        }

        lock (_lock)
        {
            var numbers = batch.Findings.Select(Record).ToImmutableArray();
            foreach (var sight in batch.Sights)
            {
                SeenAgain(sight.ContentHash, sight.SessionId, sight.Count, sight.LastSeen);
            }

            return numbers;
        }
    }

    public async ValueTask<FindingSearchResult> SearchAsync(FindingSearch search, CancellationToken cancellationToken)
    {
        if (await IsGarbageAsync(cancellationToken))
        {
            return new FindingSearchResult([null!], 1);
        }

        var all = Matching(search);
        return new FindingSearchResult(
            [.. all.Where(finding => search.Before is null || finding.Id < search.Before).OrderByDescending(static finding => finding.Id).Skip((int)search.Offset).Take(search.Limit)],
            all.Count);
    }

    public async ValueTask<StoredFinding?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await IsGarbageAsync(cancellationToken);
        return Matching(new FindingSearch()).Find(finding => finding.Id == id);
    }

    public async ValueTask<ImmutableArray<FindingCount>> CountAsync(FindingSearch search, ImmutableArray<FindingKey> by, CancellationToken cancellationToken)
    {
        if (await IsGarbageAsync(cancellationToken))
        {
            return [new FindingCount(["one"], 1, default)];
        }

        return
        [
            .. Matching(search).GroupBy(finding => string.Join('\0', by.Select(key => NameOf(finding, key))), StringComparer.Ordinal)
                .Select(static group => new FindingCount([.. group.Key.Split('\0')], group.Count(), group.Max(static finding => finding.Timestamp))),
        ];
    }

    public async ValueTask<FindingSessions> SessionsAsync(FindingSessionSearch search, CancellationToken cancellationToken)
    {
        if (await IsGarbageAsync(cancellationToken))
        {
            return null!;
        }

        var sessions = Matching(new FindingSearch { SessionId = search.SessionId }).Where(static finding => finding.SessionId.Length > 0)
            .GroupBy(static finding => (finding.SessionId, finding.ApiKeyHash)).Select(static group => SessionOf([.. group]))
            .Where(session => search.Since is null || session.LastSeen >= search.Since).OrderByDescending(static session => session.LastSeen)
            .ThenByDescending(static session => session.SessionId, StringComparer.Ordinal).ThenByDescending(static session => session.ApiKeyHash, StringComparer.Ordinal).ToList();
        return new FindingSessions([.. sessions.Take(search.Limit)], sessions.Count);
    }

    private static FindingSession SessionOf(List<StoredFinding> findings)
    {
        var newest = findings[^1];
        return new FindingSession
        {
            SessionId = newest.SessionId,
            ApiKeyHash = newest.ApiKeyHash,
            FirstSeen = findings.Min(static finding => finding.FirstSeen ?? finding.Timestamp),
            LastSeen = findings.Max(static finding => finding.Timestamp),
            FirstExchangeId = findings[0].ExchangeId,
            CriticalCount = Of("critical"),
            HighCount = Of("high"),
            WarningCount = Of("warning"),
            InfoCount = Of("info"),
            Provider = newest.Provider,
            Model = newest.Model,
            AccountId = newest.AccountId,
            DeviceId = newest.DeviceId,
            WorkingDirectory = newest.WorkingDirectory,
            GitBranch = newest.GitBranch,
            Client = newest.Client,
        };

        long Of(string severity) => findings.Count(finding => finding.Severity == severity);
    }

    private static string NameOf(StoredFinding finding, FindingKey key) => key switch
    {
        FindingKey.Severity => finding.Severity,
        FindingKey.Detector => finding.Detector,
        FindingKey.Type => finding.Type,
        FindingKey.Action => finding.Action,
        FindingKey.Provider => finding.Provider,
        FindingKey.Model => finding.Model,
        FindingKey.Client => finding.Client,
        FindingKey.Origin => finding.Origin,
        FindingKey.Account => finding.AccountId,
        FindingKey.WorkingDirectory => finding.WorkingDirectory,
        FindingKey.Day => finding.Timestamp.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FindingKey.Hour => finding.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    private static bool Matches(StoredFinding finding, FindingSearch search) =>
        Is(search.Detector, finding.Detector) && Is(search.Type, finding.Type) && Is(search.Severity, finding.Severity) && Is(search.Action, finding.Action)
        && Is(search.SessionId, finding.SessionId) && Is(search.Provider, finding.Provider) && Is(search.Client, finding.Client) && Is(search.InterceptMode, finding.InterceptMode)
        && Is(search.Origin, finding.Origin) && Is(search.ApiKeyHash, finding.ApiKeyHash) && Is(search.AccountId, finding.AccountId) && Is(search.Hostname, finding.Hostname) && Is(search.Username, finding.Username)
        && Is(search.SdkName, finding.SdkName) && Is(search.Runtime, finding.Runtime) && Is(search.OriginalHost, finding.OriginalHost) && Is(search.Verdict, finding.Verdict)
        && Has(search.WorkingDirectory, StringComparison.Ordinal, finding.WorkingDirectory)
        && Has(search.Text, StringComparison.OrdinalIgnoreCase, finding.Location, finding.Type, finding.ValuePreview, finding.Client, finding.WorkingDirectory)
        && (search.Since is null || finding.Timestamp >= search.Since) && (search.Until is null || finding.Timestamp < search.Until);

    private static bool Is(string? wanted, string value) => wanted is null || wanted == value;

    private static bool Has(string? part, StringComparison comparison, params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (part is null || value.Contains(part, comparison))
            {
                return true;
            }
        }

        return false;
    }

    private long Record(StoredFinding finding)
    {
        if (SeenAgain(finding.ContentHash, finding.SessionId, finding.SeenCount, finding.Timestamp)
            || _findings.Exists(known => (known.ContentHash, known.SessionId, known.ExchangeId) == (finding.ContentHash, finding.SessionId, finding.ExchangeId)))
        {
            return 0;
        }

        _findings.Add(finding with { Id = _findings.Count + 1 });
        return _findings.Count;
    }

    private bool SeenAgain(string contentHash, string sessionId, long count, DateTimeOffset lastSeen)
    {
        var index = contentHash.Length == 0 || sessionId.Length == 0 ? -1 : _findings.FindIndex(finding => (finding.ContentHash, finding.SessionId) == (contentHash, sessionId));
        if (index >= 0)
        {
            _findings[index] = _findings[index] with { SeenCount = _findings[index].SeenCount + count, Timestamp = lastSeen };
        }

        return index >= 0;
    }

    private List<StoredFinding> Matching(FindingSearch search)
    {
        lock (_lock)
        {
            return _findings.FindAll(finding => Matches(finding, search));
        }
    }

    private async ValueTask<bool> IsGarbageAsync(CancellationToken cancellationToken)
    {
        switch (switchFile is not null && File.Exists(switchFile) ? await File.ReadAllTextAsync(switchFile, cancellationToken) : "")
        {
            case "throw": throw new InvalidOperationException("fails as asked");
            case "hang": await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken); return false;
            case "garbage": return true;
            default: return false;
        }
    }
}

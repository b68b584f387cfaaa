using System.Collections.Immutable;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage;

namespace LumenArgus.Host.Terminal;

/// <summary>Counts for the summary at the end. Memory does not grow with the session: rare names beyond a bound are counted together.</summary>
internal sealed class SessionStatistics
{
    private const int MaxNames = 200;
    private const string Other = "other";

    private readonly Lock _lock = new();
    private readonly ScanTimeHistogram _scanTimes = new();
    private readonly Dictionary<string, long> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _providers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _findingTypes = new(StringComparer.Ordinal);
    private long _requests;
    private long _bytesScanned;

    /// <summary>Counts a finished exchange.</summary>
    public void Add(ExchangeRecord record)
    {
        lock (_lock)
        {
            _requests++;
            _bytesScanned += record.Scan.BytesScanned;
            _scanTimes.Add(record.Scan.ScanDurationMs);
            Increment(_actions, WireNames.Of(record.Scan.Action));
            Increment(_providers, record.Provider);
            foreach (var finding in record.Scan.Findings)
            {
                Increment(_findingTypes, finding.Type);
            }
        }
    }

    /// <summary>Counts what was found in a response.</summary>
    public void AddResponse(ExchangeRecord record)
    {
        lock (_lock)
        {
            _bytesScanned += record.Scan.BytesScanned;
            foreach (var finding in record.Scan.Findings)
            {
                Increment(_findingTypes, finding.Type);
            }
        }
    }

    public SessionSnapshot Snapshot()
    {
        lock (_lock)
        {
            return new SessionSnapshot
            {
                TotalRequests = _requests,
                TotalBytesScanned = _bytesScanned,
                Actions = _actions.ToImmutableSortedDictionary(StringComparer.Ordinal),
                Providers = _providers.ToImmutableSortedDictionary(StringComparer.Ordinal),
                FindingTypes = _findingTypes.ToImmutableSortedDictionary(StringComparer.Ordinal),
                AverageScanMs = _scanTimes.Average,
                P95ScanMs = _scanTimes.Percentile(0.95),
            };
        }
    }

    private static void Increment(Dictionary<string, long> counts, string name)
    {
        var key = counts.Count < MaxNames || counts.ContainsKey(name) ? name : Other;
        counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}

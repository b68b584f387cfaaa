using LumenArgus.Storage;
using LumenArgus.Abstractions.Model;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Dashboard.Api.Sessions;

/// <summary>The findings of one conversation. Somebody else can have used its identifier with another key: that is another conversation.</summary>
internal sealed record ConversationFindings
{
    private const int RowsAtOnce = 500;
    private const int MaxRows = 500;

    /// <summary>What the list shows of it; null if it has no finding.</summary>
    public SessionSummary? Session { get; private init; }

    /// <summary>The newest rows, the newest first.</summary>
    public IReadOnlyList<FindingRow> Rows { get; private init; } = [];

    /// <summary>All exchanges in which something was found first.</summary>
    public IReadOnlySet<string> Exchanges { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The exchange of the first finding.</summary>
    public string? FirstExchange { get; private init; }

    /// <summary>Whether the identifier came with other keys too.</summary>
    public bool IsShared { get; private init; }

    /// <summary>Reads it.</summary>
    /// <param name="store">The findings.</param>
    /// <param name="sessionId">The identifier.</param>
    /// <param name="apiKeyHash">The key it came with; null for the one with the newest finding.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ConversationFindings> ReadAsync(IFindingStore store, string sessionId, string? apiKeyHash, CancellationToken cancellationToken)
    {
        apiKeyHash ??= (await store.SessionAsync(sessionId, cancellationToken))?.ApiKeyHash;
        var (rows, exchanges, keys, severities) = (new List<FindingRow>(), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal));
        FindingRow? first = null;
        var (firstSeen, lastSeen) = ("", "");
        for (long? before = long.MaxValue; before is not null;)
        {
            var page = await store.PageAsync(new FindingFilter { SessionId = sessionId, Before = before }, RowsAtOnce, offset: 0, cancellationToken);
            foreach (var row in page.Findings)
            {
                keys.Add(row.ApiKeyHash);
                if (row.ApiKeyHash != apiKeyHash)
                {
                    continue;
                }

                if (rows.Count < MaxRows)
                {
                    rows.Add(row);
                }

                exchanges.Add(row.ExchangeId);
                severities[row.Severity] = severities.GetValueOrDefault(row.Severity) + 1;
                firstSeen = first is null || string.CompareOrdinal(row.FirstSeen, firstSeen) < 0 ? row.FirstSeen : firstSeen;
                lastSeen = string.CompareOrdinal(row.Timestamp, lastSeen) > 0 ? row.Timestamp : lastSeen;
                first = row;
            }

            before = page.NextBefore;
        }

        return new ConversationFindings
        {
            Session = rows is not [var newest, ..] ? null : new SessionSummary
            {
                SessionId = sessionId,
                ApiKeyHash = newest.ApiKeyHash,
                FirstSeen = firstSeen,
                LastSeen = lastSeen,
                FindingCount = severities.Values.Sum(),
                CriticalCount = Count(Severity.Critical),
                HighCount = Count(Severity.High),
                WarningCount = Count(Severity.Warning),
                InfoCount = Count(Severity.Info),
                Provider = newest.Provider,
                Model = newest.Model,
                AccountId = newest.AccountId,
                DeviceId = newest.DeviceId,
                WorkingDirectory = newest.WorkingDirectory,
                GitBranch = newest.GitBranch,
                ClientName = newest.ClientName,
            },
            Rows = rows,
            Exchanges = exchanges,
            FirstExchange = first?.ExchangeId,
            IsShared = keys.Count > 1 || (keys.Count == 1 && first is null),
        };

        long Count(Severity severity) => severities.GetValueOrDefault(WireNames.Of(severity));
    }
}

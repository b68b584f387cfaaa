using LumenArgus.Storage.Findings;

namespace LumenArgus.Dashboard.Api.Sessions;

/// <summary>The findings of one conversation. Somebody else can have used its identifier with another key: that is another conversation.</summary>
internal sealed record ConversationFindings
{
    private const int MaxRows = 500;

    /// <summary>What the list shows of it; null if it has no finding.</summary>
    public SessionSummary? Session { get; private init; }

    /// <summary>The newest rows, the newest first.</summary>
    public IReadOnlyList<FindingRow> Rows { get; private init; } = [];

    /// <summary>All exchanges in which something was found first, if the identifier is shared.</summary>
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
        var all = await store.SessionsOfAsync(sessionId, cancellationToken);
        var session = all.FirstOrDefault(session => apiKeyHash is null || session.ApiKeyHash == apiKeyHash);
        if (session is null)
        {
            return new ConversationFindings { IsShared = all.Count > 0 };
        }

        return all.Count == 1
            ? new ConversationFindings
            {
                Session = session,
                Rows = (await store.PageAsync(new FindingFilter { SessionId = sessionId }, MaxRows, offset: 0, cancellationToken)).Findings,
                FirstExchange = await store.FirstExchangeAsync(sessionId, cancellationToken),
            }
            : await ReadOneOfManyAsync(store, session, cancellationToken);
    }

    private static async Task<ConversationFindings> ReadOneOfManyAsync(IFindingStore store, SessionSummary session, CancellationToken cancellationToken)
    {
        var (rows, exchanges) = (new List<FindingRow>(), new HashSet<string>(StringComparer.Ordinal));
        string? first = null;
        for (long? before = long.MaxValue; before is not null;)
        {
            var page = await store.PageAsync(new FindingFilter { SessionId = session.SessionId, ApiKeyHash = session.ApiKeyHash, Before = before }, MaxRows, offset: 0, cancellationToken);
            foreach (var row in page.Findings)
            {
                if (rows.Count < MaxRows)
                {
                    rows.Add(row);
                }

                exchanges.Add(row.ExchangeId);
                first = row.ExchangeId;
            }

            before = page.NextBefore;
        }

        return new ConversationFindings { Session = session, Rows = rows, Exchanges = exchanges, FirstExchange = first, IsShared = true };
    }
}

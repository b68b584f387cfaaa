using LumenArgus.Dashboard.Api.Findings;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Storage.Audit.Reading;
using LumenArgus.Storage.Findings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Sessions;

/// <summary>Conversations: those with findings, and the turns of one.</summary>
internal sealed class ConversationEndpoints(AuditTail audit, TimeProvider clock, IFindingStore? findings = null) : IDashboardEndpoints
{
    private const int MaxTurns = 200;

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/sessions", http => ListAsync(http, since: null, new Query(http).Limit(), new Query(http).Offset()));
        api.Get("/sessions/dashboard", http => ListAsync(http, clock.GetUtcNow().AddDays(-1), new Query(http).Limit(5, 10), offset: 0));
        api.Get("/sessions/{id}", FindAsync);
    }

    private async Task<IResult> ListAsync(HttpContext http, DateTimeOffset? since, int limit, int offset)
    {
        if (findings is null)
        {
            return Answer.Json(new SessionList([], 0), DashboardJson.Default.SessionList);
        }

        // The store knows the newest ones only: a page is what is left of them. Behind the last one nothing is read.
        var total = await findings.SessionCountAsync(since, http.RequestAborted);
        IEnumerable<SessionSummary> sessions = offset >= total ? [] : (await findings.SessionsAsync(since, (int)Math.Min((long)offset + limit, int.MaxValue), http.RequestAborted)).Skip(offset);
        return Answer.Json(new SessionList([.. sessions], total), DashboardJson.Default.SessionList);
    }

    private async Task<IResult> FindAsync(HttpContext http)
    {
        var id = RowId.Text(http, "id");
        var key = new Query(http).PossiblyEmpty("api_key_hash");
        var found = findings is null ? new ConversationFindings() : await ConversationFindings.ReadAsync(findings, id, key, http.RequestAborted);

        // The audit log does not say with which key a request came: where there were several, the findings tell whose it is. Whoever had none is known by no key.
        var lines = !string.IsNullOrEmpty(key) && found.Session is null ? []
            : audit.Read().Where(entry => entry.SessionId == id && (!found.IsShared || found.Exchanges.Contains(entry.ExchangeId))).Take(MaxTurns).ToList();
        if (found.Session is null && lines.Count == 0)
        {
            throw ProblemException.NotFound("session with this identifier");
        }

        return Answer.Json(new SessionDetail(found.Session ?? Clean(id, lines), [.. Turns(lines, found.Rows)], found.FirstExchange), DashboardJson.Default.SessionDetail);
    }

    // One that never had a finding is known from the audit log alone.
    private static SessionSummary Clean(string id, List<AuditTailEntry> lines) => new()
    {
        SessionId = id,
        FirstSeen = lines[^1].Timestamp,
        LastSeen = lines[0].Timestamp,
        Provider = lines[0].Provider,
        Model = lines[0].Model,
    };

    private static IEnumerable<SessionTurn> Turns(List<AuditTailEntry> lines, IReadOnlyList<FindingRow> rows)
    {
        var found = rows.ToLookup(static row => row.ExchangeId, StringComparer.Ordinal);

        // A response with findings has a line of its own: it belongs to the turn of its request.
        var turns = lines.GroupBy(static line => line.ExchangeId, StringComparer.Ordinal).Select(group =>
        {
            var request = group.Last();
            return new SessionTurn
            {
                ExchangeId = request.ExchangeId,
                RequestId = request.RequestId,
                Timestamp = request.Timestamp,
                Action = request.Action,
                Provider = request.Provider,
                Model = request.Model,
                Endpoint = request.Endpoint,
                FindingCount = group.Sum(static line => line.FindingCount),
                ScanDurationMs = request.ScanDurationMs,
                RequestBytes = request.RequestSizeBytes,
                Findings = [.. found[request.ExchangeId].Select(static row => new FindingView(row))],
            };
        }).ToList();

        // What is older than the lines that are kept is known by its findings.
        var known = turns.Select(static turn => turn.ExchangeId).ToHashSet(StringComparer.Ordinal);
        var older = found.Where(group => !known.Contains(group.Key)).Select(static group => new SessionTurn
        {
            ExchangeId = group.Key,
            RequestId = group.First().RequestId == 0 ? null : group.First().RequestId,
            Timestamp = group.First().FirstSeen,
            Action = group.First().ActionTaken,
            Provider = group.First().Provider,
            Model = group.First().Model,
            FindingCount = group.Count(),
            Findings = [.. group.Select(static row => new FindingView(row))],
        });
        return turns.Concat(older).OrderByDescending(static turn => turn.Timestamp, StringComparer.Ordinal).Take(MaxTurns);
    }
}

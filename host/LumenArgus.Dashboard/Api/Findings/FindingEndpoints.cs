using LumenArgus.Dashboard.Exports;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Storage.Findings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Findings;

/// <summary>The findings: pages, one of them, what they can be filtered by, exports.</summary>
internal sealed class FindingEndpoints(IFindingStore? findings = null) : IDashboardEndpoints
{
    private const int MaxDays = 365;
    private const int MaxProjects = 20;
    private const int MaxExported = 10_000;
    private const int ExportedAtOnce = 500;

    private static readonly (string Name, Func<FindingRow, string> Value)[] Columns =
    [
        ("id", static row => CsvLine.Number(row.Id)),
        ("timestamp", static row => row.Timestamp),
        ("detector", static row => row.Detector),
        ("finding_type", static row => row.FindingType),
        ("severity", static row => row.Severity),
        ("location", static row => row.Location),
        ("action_taken", static row => row.ActionTaken),
        ("provider", static row => row.Provider),
        ("model", static row => row.Model),
        ("origin", static row => row.Origin),
    ];

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/findings", ListAsync);
        api.Get("/findings/facets", FacetsAsync);
        api.Get("/findings/by-project", ProjectsAsync);
        api.Get("/findings/export", ExportAsync);
        api.Get("/findings/{id}", FindAsync);
    }

    private async Task<IResult> ListAsync(HttpContext http)
    {
        var query = new Query(http);
        var filter = Filter(query, TimeProvider.System.GetUtcNow());
        var (limit, offset) = (query.Limit(), query.Offset());
        var page = findings is null ? new FindingPage([], 0) : await findings.PageAsync(filter, limit, offset, http.RequestAborted);
        return Answer.Json(
            new FindingList([.. page.Findings.Select(static row => new FindingView(row))], page.Total, page.NextBefore) { TotalIsMinimum = page.TotalIsMinimum },
            DashboardJson.Default.FindingList);
    }

    private async Task<IResult> FindAsync(HttpContext http)
    {
        var id = RowId.Of(http);
        return await Stored.Needed(findings).FindAsync(id, http.RequestAborted) is { } row
            ? Answer.Json(new FindingView(row), DashboardJson.Default.FindingView)
            : throw ProblemException.NotFound("finding with this number");
    }

    private async Task<IResult> FacetsAsync(HttpContext http) => Answer.Json(
        FacetLists.Of(findings is null ? new FindingFacets() : await findings.FacetsAsync(http.RequestAborted)), DashboardJson.Default.FacetLists);

    private async Task<IResult> ProjectsAsync(HttpContext http)
    {
        var days = new Query(http).Integer("days", 30, 1, MaxDays);
        var projects = findings is null ? [] : await findings.ProjectsAsync(days, MaxProjects, http.RequestAborted);
        return Answer.Json(new ProjectList([.. projects.Select(ProjectView.Of)]), DashboardJson.Default.ProjectList);
    }

    private Task<IResult> ExportAsync(HttpContext http)
    {
        var query = new Query(http);
        var filter = Filter(query, TimeProvider.System.GetUtcNow());
        return Task.FromResult<IResult>((query.Word("format", Words.Formats) ?? "csv") == "csv"
            ? new CsvExport<FindingRow>("findings", Columns, RowsAsync(filter, http.RequestAborted))
            : new JsonExport<FindingRow>("findings", RowsAsync(filter, http.RequestAborted), static (json, row) =>
                System.Text.Json.JsonSerializer.Serialize(json, new FindingView(row), DashboardJson.Default.FindingView)));
    }

    private async IAsyncEnumerable<FindingRow> RowsAsync(FindingFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var store = Stored.Needed(findings);
        long? before = filter.Before;
        for (var left = MaxExported; left > 0;)
        {
            var page = await store.PageAsync(filter with { Before = before }, Math.Min(left, ExportedAtOnce), 0, cancellationToken);
            foreach (var row in page.Findings)
            {
                yield return row;
            }

            left -= page.Findings.Count;
            before = page.NextBefore;
            if (before is null)
            {
                break;
            }
        }
    }

    private static FindingFilter Filter(Query query, DateTimeOffset now)
    {
        var days = query.Integer("days", 0, 1, MaxDays);
        return new FindingFilter
        {
            Severity = query.Word("severity", Words.Severities),
            Detector = query.Text("detector"),
            Provider = query.Text("provider"),
            SessionId = query.Text("session_id"),
            ApiKeyHash = query.PossiblyEmpty("api_key_hash"),
            AccountId = query.Text("account_id"),
            Action = query.Word("action", Words.Actions),
            FindingType = query.Text("finding_type") ?? query.Text("rule"),
            Client = query.Text("client"),
            WorkingDirectory = query.Text("working_directory"),
            Hostname = query.Text("hostname"),
            Username = query.Text("username"),
            SdkName = query.Text("sdk_name"),
            Runtime = query.Text("runtime"),
            InterceptMode = query.Text("intercept_mode"),
            OriginalHost = query.Text("original_host"),
            Origin = query.Word("origin", Words.Origins),
            Verdict = query.Word("verdict", Words.Verdicts),
            Text = query.Text("q"),
            Before = query.Id("before"),
            From = query.Time("since") ?? (days == 0 ? null : now.AddDays(-days)),
            To = query.Time("until"),
        };
    }
}

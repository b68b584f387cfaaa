using System.Globalization;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Api.Findings;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Live;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Storage.Allowlists;
using LumenArgus.Storage.Findings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Allowlists;

/// <summary>What is known to be harmless. A change is in use when its answer comes.</summary>
internal sealed class AllowlistEndpoints(
    CurrentGeneration current, IProductControl product, ILiveEvents live, IAllowlistStore? store = null, IFindingStore? findings = null) : IDashboardEndpoints
{
    private const int MaxPattern = 500;
    private const int MaxDescription = 2_000;
    private const int TestedFindings = 200;
    private const int ShownFindings = 20;

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/allowlists", ListAsync);
        api.Post("/allowlists", AddAsync);
        api.Post("/allowlists/test", TestAsync);
        api.Delete("/allowlists/{id}", DeleteAsync);
    }

    private async Task<IResult> ListAsync(HttpContext http)
    {
        var entries = store is null ? [] : (await store.ListAsync(http.RequestAborted)).Select(AllowlistView.Of).ToList();
        var lists = current.Peek?.Config.Allowlists ?? new AllowlistOptions();
        return Answer.Json(
            new AllowlistGroups(Group("secrets", lists.Secrets), Group("pii", lists.Pii), Group("paths", lists.Paths), entries), DashboardJson.Default.AllowlistGroups);

        // What is in use holds both.
        List<AllowlistView> Group(string type, IEnumerable<string> used)
        {
            var own = entries.Where(entry => entry.ListType == type).ToList();
            var patterns = own.Select(static entry => entry.Pattern).ToHashSet(StringComparer.Ordinal);
            return [.. used.Where(pattern => !patterns.Contains(pattern)).Select(pattern => new AllowlistView(Id: null, type, pattern, "", "config", Enabled: true, CreatedAt: null)), .. own];
        }
    }

    private async Task<IResult> AddAsync(HttpContext http)
    {
        var request = await Body.ReadAsync(http, DashboardJson.Default.AllowlistRequest);
        var type = TypeOf(request.Type);
        var entry = new AllowlistEntry
        {
            ListType = type,
            Pattern = PatternOf(request.Pattern, type),
            Description = PlainText.Of(request.Description ?? "") is { Length: <= MaxDescription } description
                ? description
                : throw ProblemException.BadRequest("invalid_description", $"description may have {MaxDescription} characters.", "description"),
            CreatedBy = Caller.Of(http).User ?? "dashboard",
        };
        var id = await Stored.Needed(store).AddAsync(entry, http.RequestAborted) ?? throw new ProblemException(409, "exists", "This pattern is on the list.", "pattern");
        await ApplyAsync();
        var added = (await store!.ListAsync(http.RequestAborted)).First(each => each.Id == id);
        return Answer.Json(AllowlistView.Of(added), DashboardJson.Default.AllowlistView, StatusCodes.Status201Created);
    }

    private async Task<IResult> TestAsync(HttpContext http)
    {
        var request = await Body.ReadAsync(http, DashboardJson.Default.AllowlistTestRequest);
        var pattern = PatternOf(request.Pattern, type: null);
        var isPath = request.Type is not null && TypeOf(request.Type) == "paths";
        var list = new Allowlist(isPath ? new AllowlistOptions { Paths = [pattern] } : new AllowlistOptions { Secrets = [pattern] });
        var rows = findings is null ? [] : (await findings.PageAsync(FindingFilter.All, TestedFindings, 0, http.RequestAborted)).Findings;
        var matching = rows.Where(row => Allows(isPath ? row.Location : row.ValuePreview)).ToList();
        return Answer.Json(
            new AllowlistTestAnswer(
                request.Value is { Length: > 0 } value ? Allows(value) : null, matching.Count, [.. matching.Take(ShownFindings).Select(static row => new FindingView(row))]),
            DashboardJson.Default.AllowlistTestAnswer);

        bool Allows(string text) => isPath ? list.AllowsPath(text) : list.AllowsValue("secrets", text);
    }

    private async Task<IResult> DeleteAsync(HttpContext http)
    {
        var id = RowId.Of(http);
        if (!await Stored.Needed(store).DeleteAsync(id, http.RequestAborted))
        {
            throw ProblemException.NotFound("entry with this number");
        }

        await ApplyAsync();
        return Answer.Json(new DeletedAnswer(id.ToString(CultureInfo.InvariantCulture)), DashboardJson.Default.DeletedAnswer);
    }

    private async Task ApplyAsync()
    {
        await product.ApplyStoredAsync();
        live.Publish("config");
    }

    private static string TypeOf(string? type) =>
        type is "secrets" or "pii" or "paths" ? type : throw ProblemException.BadRequest("invalid_type", "type must be secrets, pii or paths.", "type");

    // One that allows everything is refused, as in the configuration: nothing would be found any more.
    private static string PatternOf(string? pattern, string? type)
    {
        var text = PlainText.Of(pattern ?? "").Trim();
        if (text.Length is 0 or > MaxPattern)
        {
            throw ProblemException.BadRequest("invalid_pattern", $"pattern must have 1 to {MaxPattern} characters.", "pattern");
        }

        return type is not null && (type == "paths" ? Allowlist.AllowsEveryPath(text) : Allowlist.AllowsEveryValue(text))
            ? throw ProblemException.BadRequest("invalid_pattern", "This pattern allows everything.", "pattern")
            : text;
    }
}

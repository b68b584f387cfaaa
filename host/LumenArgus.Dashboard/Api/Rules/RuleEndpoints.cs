using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Rules;
using LumenArgus.Storage.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>The table of rules. A change is in use when its answer comes.</summary>
internal sealed class RuleEndpoints(
    RuleCatalogueView catalogue, CurrentGeneration current, IProductControl product, IRuleStore? store = null) : IDashboardEndpoints
{
    private const int MaxRules = 200;
    private const int MaxBulk = 500;

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/rules", ListAsync);
        api.Get("/rules/stats", StatsAsync);
        api.Get("/rules/titles", _ => Task.FromResult(Answer.Json(RuleTitles.Of(current.Peek?.Catalogue ?? []), DashboardJson.Default.RuleTitles)));
        api.Get("/rules/{name}", async http => Answer.Json(await FindAsync(http), DashboardJson.Default.RuleView));
        api.Post("/rules", AddAsync);
        api.Post("/rules/test", async http => Answer.Json(RuleTesting.Run(await Body.ReadAsync(http, DashboardJson.Default.RuleTestRequest)), DashboardJson.Default.RuleTestAnswer));
        api.Post("/rules/bulk-update", BulkUpdateAsync);
        api.Put("/rules/{name}", ChangeAsync);
        api.Delete("/rules/{name}", DeleteAsync);
        api.Post("/rules/{name}/clone", CloneAsync);
    }

    private async Task<IResult> ListAsync(HttpContext http)
    {
        var query = new Query(http);
        var (limit, offset) = (query.Limit(max: MaxRules), query.Offset());
        var (detector, tier, severity, tag, enabled) = (query.Text("detector"), query.Word("tier", Words.Tiers), query.Word("severity", Words.Severities), query.Text("tag"), query.Flag("enabled"));
        var words = (query.Text("search") ?? query.Text("q") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rules = (await catalogue.AllAsync(http.RequestAborted)).Where(rule =>
            (detector is null || rule.Detector == detector) && (tier is null || rule.Tier == tier) && (severity is null || rule.Severity == severity)
            && (tag is null || rule.Tags.Contains(tag, StringComparer.Ordinal)) && (enabled is null || rule.Enabled == enabled)
            && (words.Length == 0 || Array.Exists(words, word => Contains(rule.Name, word) || Contains(rule.Description, word) || Contains(rule.Pattern, word)))).ToList();
        return Answer.Json(new RuleList([.. rules.Skip(offset).Take(limit)], rules.Count, limit, offset), DashboardJson.Default.RuleList);
    }

    private async Task<IResult> StatsAsync(HttpContext http)
    {
        var rules = await catalogue.AllAsync(http.RequestAborted);
        var enabled = rules.Count(static rule => rule.Enabled);
        return Answer.Json(
            new RuleStats(
                rules.Count,
                enabled,
                rules.Count - enabled,
                rules.CountBy(static rule => rule.Tier, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
                rules.CountBy(static rule => rule.Detector, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
                [.. rules.SelectMany(static rule => rule.Tags.Select(tag => (Tag: tag, rule.Enabled))).GroupBy(static each => each.Tag, StringComparer.Ordinal)
                    .Select(static group => new TagCount(group.Key, group.Count(), group.Count(static each => each.Enabled))).OrderByDescending(static tag => tag.Total).ThenBy(static tag => tag.Tag, StringComparer.Ordinal)]),
            DashboardJson.Default.RuleStats);
    }

    private async Task<IResult> AddAsync(HttpContext http)
    {
        var row = RuleEdit.Add(await Body.ReadAsync(http, DashboardJson.Default.RuleRequest), Running(), Author(http));
        return await AddAsync(row, http);
    }

    private async Task<IResult> CloneAsync(HttpContext http)
    {
        var name = (await FindAsync(http)).Name;
        var generation = Running();
        var row = await RowAsync(name, http.RequestAborted);
        var rule = generation.Catalogue.FirstOrDefault(rule => rule.Rule.Name == name && rule.Rule.Detector == row.Detector)?.Rule ?? RuleRow.ToRule(row);
        var request = await Body.ReadAsync(http, DashboardJson.Default.CloneRequest);
        return await AddAsync(RuleEdit.Clone(row, rule, request.NewName, generation, Author(http)), http);
    }

    private async Task<IResult> ChangeAsync(HttpContext http)
    {
        var name = (await FindAsync(http)).Name;
        var request = await Body.ReadAsync(http, DashboardJson.Default.RuleRequest);
        var row = RuleEdit.Change(await RowAsync(name, http.RequestAborted), request, Running(), Author(http));
        await Stored.Needed(store).UpdateAsync(row, http.RequestAborted);
        return Answer.Json(await AppliedAsync(name, http.RequestAborted), DashboardJson.Default.RuleView);
    }

    private async Task<IResult> DeleteAsync(HttpContext http)
    {
        var rule = await FindAsync(http);
        if (rule.Source is not (RuleSource.Dashboard or RuleSource.Api))
        {
            throw new ProblemException(409, "not_deletable", "This rule was not made here: switch it off instead.");
        }

        await Stored.Needed(store).DeleteAsync(rule.Name, http.RequestAborted);
        await ApplyAsync();
        return Answer.Json(new DeletedAnswer(rule.Name), DashboardJson.Default.DeletedAnswer);
    }

    private async Task<IResult> BulkUpdateAsync(HttpContext http)
    {
        var request = await Body.ReadAsync(http, DashboardJson.Default.BulkUpdateRequest);
        if (request.Names?.Count is null or 0 or > MaxBulk)
        {
            throw ProblemException.BadRequest("invalid_names", $"names must have 1 to {MaxBulk} rules.", "names");
        }

        var update = request.Update ?? throw ProblemException.BadRequest("nothing_to_change", "update is missing.", "update");
        var (generation, author) = (Running(), Author(http));
        var failed = new List<BulkUpdateAnswer.FailedRule>();
        var updated = 0;
        await Stored.Needed(store).ChangeAsync(
            rows =>
            {
                failed.Clear();
                var changed = new List<StoredRule>();
                foreach (var name in request.Names.Distinct(StringComparer.Ordinal))
                {
                    try
                    {
                        var row = rows.FirstOrDefault(row => row.Name == name) ?? throw ProblemException.NotFound("rule of this name in the table");
                        changed.Add(RuleEdit.Change(row, update, generation, author));
                    }
                    catch (ProblemException problem)
                    {
                        failed.Add(new BulkUpdateAnswer.FailedRule(PlainText.Of(name), problem.Problem.Detail));
                    }
                }

                updated = changed.Count;
                return new RuleChanges { Updated = [.. changed] };
            },
            http.RequestAborted);
        await ApplyAsync();
        return Answer.Json(new BulkUpdateAnswer(updated, failed, $"{updated} rule(s) changed."), DashboardJson.Default.BulkUpdateAnswer);
    }

    private async Task<IResult> AddAsync(StoredRule row, HttpContext http)
    {
        // Also a rule that has no row: a row of its name would hide what is shown of it.
        if (await catalogue.FindAsync(row.Name, http.RequestAborted) is not null || !await Stored.Needed(store).AddAsync(row, http.RequestAborted))
        {
            throw new ProblemException(409, "exists", "There is a rule of this name.", "name");
        }

        return Answer.Json(await AppliedAsync(row.Name, http.RequestAborted), DashboardJson.Default.RuleView, StatusCodes.Status201Created);
    }

    private async Task<StoredRule> RowAsync(string name, CancellationToken cancellationToken) =>
        await Stored.Needed(store).FindAsync(name, cancellationToken)
        ?? throw new ProblemException(409, "no_row", "This rule has no row in the table of rules, so nothing can be decided about it there (rules.auto_import is false, or another rule has its name).");

    private async Task<RuleView> FindAsync(HttpContext http) =>
        await catalogue.FindAsync(RowId.Text(http, "name"), http.RequestAborted) ?? throw ProblemException.NotFound("rule of this name");

    private async Task<RuleView> AppliedAsync(string name, CancellationToken cancellationToken)
    {
        var generation = await ApplyAsync();
        return (await catalogue.FindAsync(name, cancellationToken) ?? throw ProblemException.NotFound("rule of this name")) with { Generation = generation };
    }

    private async Task<long> ApplyAsync()
    {
        // Another generation tells open dashboards by itself.
        var report = await product.ApplyRulesAsync();
        return report.Generation;
    }

    private Generation Running() => current.Peek ?? throw new ProblemException(503, "starting", "The product is starting.");

    private static string Author(HttpContext http) => Caller.Of(http).User ?? "dashboard";

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}

using LumenArgus.Dashboard.Api.Plugins;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.DashboardParts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>The comparison of rules under the addresses that scripts know; the plugin that brings it answers.</summary>
internal sealed class RuleAnalysisEndpoints(PluginApis apis) : IDashboardEndpoints
{
    private const string PluginId = "lumenargus.ruleanalysis";

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/rules/analysis", async http => await PassAsync(http, "analysis") ?? Answer.Json(RuleAnalysisState.Unavailable, DashboardJson.Default.RuleAnalysisState));
        api.Post("/rules/analysis", async http => await PassAsync(http, "analysis") ?? throw NotInstalled());
        api.Get("/rules/analysis/status", StatusAsync);
        api.Post("/rules/analysis/dismiss", async http => await PassAsync(http, "analysis/dismiss") ?? throw NotInstalled());
    }

    private async Task<IResult> StatusAsync(HttpContext http)
    {
        // The plugin takes any text for the first line.
        new Query(http).Integer("since", 0, 0, int.MaxValue);
        return await PassAsync(http, "analysis/status") ?? Answer.Json(RuleAnalysisState.Unavailable, DashboardJson.Default.RuleAnalysisState);
    }

    private Task<IResult?> PassAsync(HttpContext http, string path) => PluginApiCall.PassAsync(apis, http, PluginId, path);

    private static ProblemException NotInstalled() =>
        new(StatusCodes.Status400BadRequest, "rule_analysis_not_installed", $"Rules are compared by the plugin {PluginId}, which is not in use. The page Plugins shows what is.");
}

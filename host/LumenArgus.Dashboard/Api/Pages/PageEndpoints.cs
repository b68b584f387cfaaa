using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Api.Plugins;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.DashboardParts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Pages;

/// <summary>Tells the web app which further pages there are, and has plugins render those that they render.</summary>
internal sealed class PageEndpoints(PageCatalogue catalogue, PluginPages pages) : IDashboardEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/pages", _ => Task.FromResult(Answer.Json(catalogue.List(), DashboardJson.Default.PageList)));
        api.Get("/pages/{id}/fragment", FragmentAsync);
    }

    private async Task<IResult> FragmentAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        var request = new PageRequest { PageId = RowId.Text(http, "id"), Query = PluginCallParameters.Of(http.Request.Query), Role = caller.Role, User = caller.User };
        var answer = await pages.RenderAsync(request, http.RequestAborted);
        return answer is { Status: PluginAnswerStatus.Ok, Value: { } fragment }
            ? new PluginContent(StatusCodes.Status200OK, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(fragment))
            : throw PluginProblem.Of(answer.Status, answer.PluginId, answer.Reason, "page of a plugin that it renders");
    }
}

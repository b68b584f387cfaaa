using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.DashboardParts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>Passes calls to the plugins' own APIs. Who calls, and whether he may change anything, is decided before.</summary>
internal sealed class PluginApiEndpoints(PluginApis apis) : IDashboardEndpoints
{
    private const string Pattern = "/plugins/{id}/{**path}";

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get(Pattern, PassAsync);
        api.Post(Pattern, PassAsync);
        api.Put(Pattern, PassAsync);
        api.Delete(Pattern, PassAsync);
    }

    private async Task<IResult> PassAsync(HttpContext http)
    {
        var id = RowId.Text(http, "id");
        return await PluginApiCall.PassAsync(apis, http, id, RowId.Text(http, "path"))
            ?? throw ProblemException.NotFound($"plugin '{id}' in use that has an API");
    }
}

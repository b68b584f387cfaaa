using LumenArgus.Abstractions.Model;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Hosting;
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
        var (id, caller) = (RowId.Text(http, "id"), Caller.Of(http));
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var request = new ApiRequest
        {
            Method = http.Request.Method,
            Path = RowId.Text(http, "path"),
            Query = PluginCallParameters.Of(http.Request.Query),
            Body = body.ToArray(),
            Role = caller.Role,
            User = caller.User,
        };
        var answer = await apis.HandleAsync(id, request, http.RequestAborted);
        return answer is { Status: PluginAnswerStatus.Ok, Value: { } response }
            ? new PluginContent(response.Status, response.ContentType, response.Body)
            : throw PluginProblem.Of(answer.Status, answer.PluginId, answer.Reason, $"plugin '{id}' in use that has an API");
    }
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.DashboardParts;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>A call that a plugin's own API answers.</summary>
internal static class PluginApiCall
{
    /// <summary>Passes a call on.</summary>
    /// <param name="apis">Asks the plugin.</param>
    /// <param name="http">The call.</param>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="path">The path as the plugin has it.</param>
    /// <returns>What it answers; null if there is no such plugin in use.</returns>
    /// <exception cref="ProblemException">The plugin gave no answer.</exception>
    public static async Task<IResult?> PassAsync(PluginApis apis, HttpContext http, string pluginId, string path)
    {
        var caller = Caller.Of(http);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var request = new ApiRequest
        {
            Method = http.Request.Method,
            Path = path,
            Query = PluginCallParameters.Of(http.Request.Query),
            Body = body.ToArray(),
            Role = caller.Role,
            User = caller.User,
        };
        var answer = await apis.HandleAsync(pluginId, request, http.RequestAborted);
        return answer switch
        {
            { Status: PluginAnswerStatus.Ok, Value: { } response } => new PluginContent(response.Status, response.ContentType, response.Body),
            { Status: PluginAnswerStatus.NotFound } => null,
            _ => throw PluginProblem.Of(answer.Status, answer.PluginId, answer.Reason, wanted: ""),
        };
    }
}

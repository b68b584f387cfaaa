using System.Net.Http.Headers;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;

namespace LumenArgus.Inspection.DashboardParts;

/// <summary>The plugins' own APIs.</summary>
public sealed class PluginApis(CurrentGeneration current, PluginInvoker invoker)
{
    private const int MaxBody = 16 * 1024 * 1024;

    /// <summary>Passes a call to a plugin.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="request">The call; its body is the plugin's to keep.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    /// <returns>The answer, checked and copied, or why there is none.</returns>
    public async ValueTask<PluginAnswer<ApiResponse>> HandleAsync(string pluginId, ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var lease = current.Acquire();
        if (lease?.Generation.Plugins.Find(pluginId) is not { Contributions.ApiHandler: { } handler } plugin)
        {
            return new PluginAnswer<ApiResponse>(PluginAnswerStatus.NotFound, pluginId);
        }

        return await PluginQuestion.AskAsync(
            invoker, plugin, "api", $"{request.Method} {request.Path.Split('/', 2)[0]}", token => HandleAsync(handler, request, token), cancellationToken);
    }

    // Within the call: a body may be memory that only code of the plugin can read.
    private static async ValueTask<ApiResponse?> HandleAsync(IApiHandler handler, ApiRequest request, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(request, cancellationToken) is not { } response)
        {
            return null;
        }

        return response is { Status: >= 200 and <= 599, Body.Length: <= MaxBody } && MediaTypeHeaderValue.TryParse(response.ContentType, out var type)
            ? response with { ContentType = type.ToString(), Body = response.Body.ToArray() }
            : throw new InvalidOperationException("The answer has a wrong status or content type, or is too long.");
    }
}

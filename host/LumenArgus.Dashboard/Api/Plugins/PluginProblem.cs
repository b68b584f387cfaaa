using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.DashboardParts;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>Says what came of asking a plugin that gave no answer.</summary>
internal static class PluginProblem
{
    /// <param name="status">How it went.</param>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="reason">Why it is not called.</param>
    /// <param name="wanted">What is not there if no plugin brings it, behind "There is no".</param>
    public static ProblemException Of(PluginAnswerStatus status, string pluginId, string? reason, string wanted) => status switch
    {
        PluginAnswerStatus.NotFound => ProblemException.NotFound(wanted),
        PluginAnswerStatus.Unknown => ProblemException.NotFound($"such address of the plugin {pluginId}"),
        PluginAnswerStatus.TimedOut => new ProblemException(
            StatusCodes.Status504GatewayTimeout, "plugin_timeout", $"The plugin {pluginId} did not answer within two seconds. Try again; if it stays so, its log lines say more."),
        PluginAnswerStatus.Unavailable => new ProblemException(
            StatusCodes.Status503ServiceUnavailable,
            "plugin_unavailable",
            $"The plugin {pluginId} is not asked now{(string.IsNullOrEmpty(reason) ? "" : $": {reason.TrimEnd('.')}")}. The page Plugins shows its state."),
        _ => new ProblemException(StatusCodes.Status502BadGateway, "plugin_failed", $"The plugin {pluginId} failed. The rest of the product goes on; the log says where it failed."),
    };
}

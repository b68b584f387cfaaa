using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Inspection.DashboardParts;

/// <summary>Asks a plugin something for the dashboard, within a budget. The caller holds a generation with the plugin.</summary>
internal static class PluginQuestion
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    /// <summary>Asks.</summary>
    /// <param name="invoker">Calls the plugin.</param>
    /// <param name="plugin">The plugin.</param>
    /// <param name="operation">What is called; a constant.</param>
    /// <param name="subject">What about. To ask the same again counts as one fault: somebody who loads a broken page ten times has not found ten faults, and the plugin may have detectors too.</param>
    /// <param name="ask">Calls the plugin; must own all that it passes.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    public static async ValueTask<PluginAnswer<T>> AskAsync<T>(
        PluginInvoker invoker, PluginHandle plugin, string operation, string subject, Func<CancellationToken, ValueTask<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var call = new PluginCall(plugin, operation) { FaultKey = $"{operation} {subject}", IsOutsideTraffic = true };
        var result = await invoker.InvokeAsync(call, ask, Budget, cancellationToken);
        return result.Status switch
        {
            PluginCallStatus.Ok when result.Value is { } value => new PluginAnswer<T>(PluginAnswerStatus.Ok, plugin.Id, value),
            PluginCallStatus.Ok => new PluginAnswer<T>(PluginAnswerStatus.Unknown, plugin.Id),
            PluginCallStatus.TimedOut => new PluginAnswer<T>(PluginAnswerStatus.TimedOut, plugin.Id),
            PluginCallStatus.NotCalled => new PluginAnswer<T>(PluginAnswerStatus.Unavailable, plugin.Id, Reason: plugin.GetStatus().Reason),
            PluginCallStatus.Cancelled => throw new OperationCanceledException(cancellationToken),
            _ => new PluginAnswer<T>(PluginAnswerStatus.Failed, plugin.Id),
        };
    }
}

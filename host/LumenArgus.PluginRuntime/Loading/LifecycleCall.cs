using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// Calls of plugin code outside of traffic: constructor, Configure, factories, StartAsync, StopAsync. Each runs on a thread of its own, because
/// code that does not return can only be left behind.
/// </summary>
internal static class LifecycleCall
{
    /// <summary>Runs a call within a budget.</summary>
    /// <param name="operation">Its name for messages.</param>
    /// <param name="budget">Wall time.</param>
    /// <param name="clock">The clock of the budget.</param>
    /// <param name="call">Calls the plugin.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns>Null if it returned in time, else what went wrong, for people.</returns>
    public static async Task<LifecycleFailure?> RunAsync(
        string operation, TimeSpan budget, TimeProvider clock, Func<CancellationToken, ValueTask> call, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(budget, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var token = linked.Token;
        var completion = new TaskCompletionSource<LifecycleFailure?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => _ = CompleteAsync(operation, call, completion, token)) { IsBackground = true, Name = $"plugin {operation}" }.Start();
        try
        {
            return await completion.Task.WaitAsync(token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new LifecycleFailure($"{operation} did not return within {budget.TotalSeconds:0.###} s", StillRunning: true);
        }
    }

    private static async Task CompleteAsync(string operation, Func<CancellationToken, ValueTask> call, TaskCompletionSource<LifecycleFailure?> completion, CancellationToken cancellationToken)
    {
        try
        {
            await call(cancellationToken);
            completion.TrySetResult(null);
        }
        catch (PluginNotConfiguredException missing)
        {
            completion.TrySetResult(new LifecycleFailure(missing.Message, StillRunning: false, IsNotConfigured: true));
        }
#pragma warning disable CA1031 // Boundary to plugin code: whatever it throws becomes the reason of its rejection, as text.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            completion.TrySetResult(new LifecycleFailure($"failed in {operation}: {LoadFailure.Explain(exception)}", StillRunning: false, Said: exception is PluginLoadException ? null : exception.Message));
        }
    }
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Calls the pre-request hooks on a scan lane, one after the other. A hook that fails or hangs is recorded as its plugin's fault and holds nothing up.</summary>
public sealed class PreRequestHooks(ScanLanes lanes, PluginInvoker invoker)
{
    /// <summary>Calls the hooks; returns at once where there are none.</summary>
    /// <param name="request">Which request it is.</param>
    /// <param name="generation">Whose hooks; leased by the caller.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>A task that ends when all have returned or were given up.</returns>
    public async ValueTask CallAsync(RequestInfo request, Generation generation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(generation);
        foreach (var hook in generation.PreRequestHooks)
        {
            await new HookCall<IPreRequestHook, RequestInfo>(invoker, hook, "pre_request", part =>
            {
                part.OnRequest(request);
                return request;
            }).RunAsync(lanes, cancellationToken);
        }
    }
}

using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>
/// Calls the pre-request hooks on a scan lane, one after the other. A hook that fails or hangs is recorded as its plugin's fault and holds nothing up, unless the operator
/// wants no request without it.
/// </summary>
public sealed class PreRequestHooks(ScanLanes lanes, PluginInvoker invoker)
{
    private const string Operation = "pre_request";

    /// <summary>Calls the hooks; returns at once where there are none.</summary>
    /// <param name="request">Which request it is.</param>
    /// <param name="generation">Whose hooks; leased by the caller.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>A finding that blocks for each hook that failed and must not.</returns>
    public async ValueTask<ImmutableArray<Finding>> CallAsync(RequestInfo request, Generation generation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(generation);
        ImmutableArray<Finding> failures = [];
        foreach (var hook in generation.PreRequestHooks)
        {
            var answer = await new HookCall<IPreRequestHook, RequestInfo>(invoker, hook, Operation, part =>
            {
                part.OnRequest(request);
                return request;
            }).RunAsync(lanes, cancellationToken);
            if (answer is null && generation.HookModeOf(hook.Plugin.Id, Operation) == FailMode.Closed)
            {
                failures = failures.Add(FailureFindings.Create(
                    FailMode.Closed, FrameworkFindings.ScanErrorType, Severity.High, Operation, $"the pre_request hook of plugin {hook.Plugin.Id} failed"));
            }
        }

        return failures;
    }
}

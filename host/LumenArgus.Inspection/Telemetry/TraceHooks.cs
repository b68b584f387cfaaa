using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Telemetry;

/// <summary>Tells the trace hooks of exchanges that have ended. Nobody waits for them: what they cannot take in time is left out.</summary>
public sealed class TraceHooks(CurrentGeneration current, ScanLanes lanes, PluginInvoker invoker)
{
    private const int MaxWaiting = 1000;

    private int _waiting;
    private long _leftOut;

    /// <summary>Whether there is anybody to tell.</summary>
    public bool HasHooks => current.Peek?.TraceHooks.IsEmpty == false;

    /// <summary>Exchanges that a hook was not told of.</summary>
    public long LeftOut => Interlocked.Read(ref _leftOut);

    /// <summary>Tells all hooks; returns at once.</summary>
    /// <param name="trace">The exchange.</param>
    public void Tell(ExchangeTrace trace)
    {
        // The hooks in use now, which need not be those that the exchange began with: they are told, they do not decide.
        if (current.Acquire() is not { } lease)
        {
            return;
        }

        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Increment(ref _leftOut);
            Interlocked.Decrement(ref _waiting);
            lease.Dispose();
            return;
        }

        _ = TellAsync(trace, lease);
    }

    private async Task TellAsync(ExchangeTrace trace, GenerationLease lease)
    {
        try
        {
            foreach (var hook in lease.Generation.TraceHooks)
            {
                await new HookCall<ITraceHook, ExchangeTrace>(invoker, hook, "trace", part =>
                {
                    part.OnExchange(trace);
                    return trace;
                }).RunAsync(lanes, CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // The lanes are stopped: the process ends.
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
            lease.Dispose();
        }
    }
}

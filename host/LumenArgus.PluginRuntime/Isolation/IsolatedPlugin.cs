using LumenArgus.PluginRuntime.Isolation.Wire;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>A plugin that runs in a process of its own. The host loads nothing of it, so nothing of it has to leave the host's memory.</summary>
internal sealed class IsolatedPlugin(PluginProcess process, ShadowFolder shadow, ReadyWire ready, TimeSpan stopLimit) : IRunningPlugin
{
    public ShadowFolder Shadow { get; } = shadow;

    public PluginContributions Contributions { get; } = new()
    {
        Detectors = [.. ready.Detectors.Select((each, i) => new DetectorContribution(each.Name, each.Priority, new IsolatedDetector(process, i, each.Name)))],
        AsyncDetectors =
        [
            .. ready.AsyncDetectors.Select((each, i) =>
                new AsyncDetectorContribution(each.Name, each.Priority, each.MaxCharacters, new IsolatedAsyncDetector(process, i, each.Name, each.MaxCharacters))),
        ],
        RuleSources = [.. Enumerable.Range(0, ready.RuleSources).Select(number => new IsolatedRuleSource(process, number))],
    };

    public IsolationStatus? Isolation => process.GetStatus();

    public ValueTask StopAsync(bool started, CancellationToken cancellationToken) => process.StopAsync(stopLimit);

    public WeakReference Unload()
    {
        Shadow.Dispose();
        return new WeakReference(null);
    }
}

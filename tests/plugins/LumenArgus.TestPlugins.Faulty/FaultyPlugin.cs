using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Faulty;

/// <summary>Does what a text asks it to do wrong: <c>fault:NAME</c> for the detector, <c>wait-fault:NAME</c> for the one that waits.</summary>
public sealed class FaultyPlugin : ILumenPlugin
{
    private readonly FaultyDetector _detector = new();
    private readonly FaultyWaitingDetector _waiting = new();

    public void Configure(IPluginBuilder plugin)
    {
        plugin.Registry.AddDetector(_ => _detector);
        plugin.Registry.AddAsyncDetector(_ => _waiting);
    }

    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        _detector.Stopping = context.Stopping;
        return ValueTask.CompletedTask;
    }
}

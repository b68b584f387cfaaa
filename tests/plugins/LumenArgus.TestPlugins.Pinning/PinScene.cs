using LumenArgus.Abstractions.Host;

namespace LumenArgus.TestPlugins.Pinning;

/// <summary>What a case can use.</summary>
internal sealed class PinScene(IPluginContext context)
{
    private readonly List<Action> _atStop = [];

    public IPluginContext Context { get; } = context;

    public void AtStop(Action action) => _atStop.Add(action);

    public void End() => _atStop.ForEach(static action => action());
}

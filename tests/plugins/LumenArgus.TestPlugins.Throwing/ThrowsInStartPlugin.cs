using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Throwing;

/// <summary>Throws in StartAsync.</summary>
public sealed class ThrowsInStartPlugin : ILumenPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
    }

    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken) =>
        ValueTask.FromException(new InvalidOperationException("the local service does not answer"));
}

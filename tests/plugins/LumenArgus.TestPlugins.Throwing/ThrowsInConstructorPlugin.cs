using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Throwing;

/// <summary>Throws in its constructor.</summary>
public sealed class ThrowsInConstructorPlugin : ILumenPlugin
{
    public ThrowsInConstructorPlugin() => throw new NotSupportedException("not on this system");

    public void Configure(IPluginBuilder plugin)
    {
    }
}

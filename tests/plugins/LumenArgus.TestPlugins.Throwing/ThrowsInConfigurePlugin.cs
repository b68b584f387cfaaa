using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Throwing;

/// <summary>Throws in Configure.</summary>
public sealed class ThrowsInConfigurePlugin : ILumenPlugin
{
    public void Configure(IPluginBuilder plugin) => throw new InvalidOperationException("the list of words is empty");
}

using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Proprietary;

/// <summary>Detector <c>proprietary</c>: files that should not leave, and marks of confidentiality in texts.</summary>
public sealed class ProprietaryPlugin : ILumenPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.Registry.AddRuleSource(_ => new Rules());
        plugin.Registry.AddRuleValidator(_ => new MarkValidator());
    }
}

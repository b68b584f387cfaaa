using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>Detector <c>pii</c>: personal data, as rules with validators.</summary>
public sealed class PiiPlugin : ILumenPlugin
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var registry = plugin.Registry;
        registry.AddRuleSource(_ => new Rules());
        foreach (var validator in Rules.Validators())
        {
            registry.AddRuleValidator(_ => validator);
        }
    }
}

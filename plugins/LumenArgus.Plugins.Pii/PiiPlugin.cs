using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>Detector <c>pii</c>: personal data, as rules with validators.</summary>
public sealed class PiiPlugin : ILumenPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var registry = plugin.Registry;
        registry.AddRuleSource(_ => new Rules());
        registry.AddRuleValidator(_ => new EmailValidator());
        registry.AddRuleValidator(_ => new SsnRangeValidator());
        registry.AddRuleValidator(_ => new LuhnValidator());
        registry.AddRuleValidator(_ => new UsPhoneValidator());
        registry.AddRuleValidator(_ => new InternationalPhoneValidator());
        registry.AddRuleValidator(_ => new PublicAddressValidator());
        registry.AddRuleValidator(_ => new IbanValidator());
    }
}

using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Detector <c>secrets</c>: credentials, tokens and key material, as rules.</summary>
public sealed class SecretsPlugin : ILumenPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var options = Options.Read(plugin.Configuration);
        plugin.Registry.AddRuleSource(_ => new Rules(options));
        plugin.Registry.AddRuleValidator(_ => new RandomTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new LoneTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new NamedSecretValidator(options));
        plugin.Registry.AddRuleValidator(_ => new UrlCredentialsValidator());
    }
}

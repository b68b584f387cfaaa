using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Secrets.Verdicts;

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
        plugin.Registry.AddRuleValidator(_ => new NamedSecretValidator(options));
        plugin.Registry.AddRuleValidator(_ => new UrlCredentialsValidator());
        plugin.Registry.AddRuleValidator(_ => new BasicCredentialsValidator());
        plugin.Registry.AddRuleValidator(_ => new Base62ChecksumValidator());
        plugin.Registry.AddRuleValidator(_ => new GitLabTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new KeyModeValidator());
        plugin.Registry.AddRuleValidator(_ => new MixedKeyValidator());
        plugin.Registry.AddRuleValidator(_ => new PyPiTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new SnykTokenValidator(TimeProvider.System));
        plugin.Registry.AddRuleValidator(_ => new StripeKeyValidator());
        plugin.Registry.AddRuleValidator(_ => new StripeWebhookValidator());
    }
}

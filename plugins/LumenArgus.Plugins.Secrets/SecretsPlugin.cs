using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Detector <c>secrets</c>: credentials, tokens and key material, as rules.</summary>
public sealed class SecretsPlugin : ILumenPlugin
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var options = Options.Read(plugin.Configuration);
        plugin.Registry.AddRuleSource(_ => new Rules(options));
        plugin.Registry.AddRuleValidator(_ => new RandomTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new LoneTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new NamedSecretValidator(options));
        plugin.Registry.AddRuleValidator(_ => new MarkedSecretValidator());
        plugin.Registry.AddRuleValidator(_ => new UrlCredentialsValidator());
        plugin.Registry.AddRuleValidator(_ => new AwsKeyIdValidator());
        plugin.Registry.AddRuleValidator(_ => new SignedUrlValidator(TimeProvider.System));
        plugin.Registry.AddRuleValidator(_ => new AzureNamedKeyValidator());
        plugin.Registry.AddRuleValidator(_ => new OpenAiKeyValidator());
        plugin.Registry.AddRuleValidator(_ => new AnthropicKeyValidator());
        plugin.Registry.AddRuleValidator(_ => new JwtValidator(TimeProvider.System));
        plugin.Registry.AddRuleValidator(_ => new PrivateKeyValidator());
        plugin.Registry.AddRuleValidator(_ => new Base58KeyValidator());
        plugin.Registry.AddRuleValidator(_ => new RippleSeedValidator());
        plugin.Registry.AddRuleValidator(_ => new StellarSeedValidator());
        plugin.Registry.AddRuleValidator(_ => new Bech32KeyValidator());
        plugin.Registry.AddRuleValidator(_ => new SeedPhraseValidator());
        plugin.Registry.AddRuleValidator(_ => new GrafanaTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new SlackTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new DiscordTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new ServiceModeValidator());
        plugin.Registry.AddRuleValidator(_ => new HttpBasicValidator());
        plugin.Registry.AddRuleValidator(_ => new PlainPasswordValidator());
        plugin.Registry.AddRuleValidator(_ => new BasicCredentialsValidator());
        plugin.Registry.AddRuleValidator(_ => new Base62ChecksumValidator());
        plugin.Registry.AddRuleValidator(_ => new GitLabTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new KeyModeValidator());
        plugin.Registry.AddRuleValidator(_ => new MixedKeyValidator());
        plugin.Registry.AddRuleValidator(_ => new DrawnLettersValidator());
        plugin.Registry.AddRuleValidator(_ => new PyPiTokenValidator());
        plugin.Registry.AddRuleValidator(_ => new SnykTokenValidator(TimeProvider.System));
        plugin.Registry.AddRuleValidator(_ => new StripeKeyValidator());
        plugin.Registry.AddRuleValidator(_ => new StripeWebhookValidator());
    }
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Secrets.Catalogue;

namespace LumenArgus.Plugins.Secrets;

/// <summary>All rules, by family. Patterns are written from the formats that the issuers publish (see each rule's source).</summary>
internal sealed class Rules(Options options) : IRuleSource
{
    public const string Detector = "secrets";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public IEnumerable<DetectionRule> GetRules() =>
    [
        .. AwsKeys.All(),
        .. GoogleKeys.All(),
        .. AzureKeys.All(),
        .. AzureConnectionStrings.All(),
        .. CloudProviderKeys.All(),
        .. HostingKeys.All(),
        .. EdgeKeys.All(),
        .. DataPlatformKeys.All(),
        .. ModelProviderKeys.All(options),
        .. InferenceKeys.All(),
        .. SpeechAndMediaKeys.All(),
        .. EmbeddingKeys.All(),
        .. AiToolKeys.All(),
        .. GitHubTokens.All(),
        .. GitLabTokens.All(),
        .. AtlassianTokens.All(),
        .. GitHostTokens.All(),
        .. BuildServiceTokens.All(),
        .. CodeQualityTokens.All(),
        .. CodeSecurityTokens.All(),
        .. DeploymentTokens.All(options),
        .. ClusterTokens.All(),
        .. SecretStoreTokens.All(),
        .. PackageRegistryTokens.All(),
        .. ArtifactRegistryTokens.All(),
        .. RegistryConfigFiles.All(),
        .. CredentialFiles.All(),
        .. ConsoleOutput.All(),
        .. StripeKeys.All(),
        .. PaymentKeys.All(),
        .. PaymentAccountKeys.All(),
        .. CommerceKeys.All(),
        .. SlackKeys.All(),
        .. ChatKeys.All(),
        .. MetaKeys.All(),
        .. MailKeys.All(),
        .. TelephonyKeys.All(),
        .. SupportKeys.All(),
        .. MonitoringKeys.All(),
        .. IncidentKeys.All(options),
        .. ProductKeys.All(),
        .. HerokuKeys.All(),
        .. IdentityKeys.All(),
        .. WorkspaceKeys.All(),
        .. BusinessKeys.All(),
        .. MapAndContentKeys.All(),
        .. SocialKeys.All(),
        .. ChainServiceKeys.All(),
        .. TradingKeys.All(),
        .. WalletKeys.All(),
        .. PrivateKeys.All(),
        .. EncryptionKeys.All(),
        .. ServerUrls.All(),
        .. DatabaseKeys.All(),
        .. HttpCredentials.All(),
        .. RulesGeneric.All(options),
        .. RulesCommands.All(options),
    ];
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Secrets.Catalogue;

namespace LumenArgus.Plugins.Secrets;

/// <summary>All rules, by family. Patterns are written from the formats that the issuers publish (see each rule's source).</summary>
internal sealed class Rules(Options options) : IRuleSource
{
    public const string Detector = "secrets";

    public IEnumerable<DetectionRule> GetRules() =>
    [
        .. RulesCloud.All,
        .. RulesAi.All(options),
        .. GitHubTokens.All,
        .. GitLabTokens.All,
        .. AtlassianTokens.All,
        .. GitHostTokens.All,
        .. BuildServiceTokens.All,
        .. CodeQualityTokens.All,
        .. CodeSecurityTokens.All,
        .. DeploymentTokens.All(options),
        .. ClusterTokens.All,
        .. SecretStoreTokens.All,
        .. PackageRegistryTokens.All,
        .. ArtifactRegistryTokens.All,
        .. RegistryConfigFiles.All,
        .. CredentialFiles.All,
        .. RulesKeyMaterial.All,
        .. RulesSessions.All,
        .. StripeKeys.All,
        .. PaymentKeys.All,
        .. PaymentAccountKeys.All,
        .. CommerceKeys.All,
        .. RulesCommunication.All,
        .. RulesInfrastructure.All(options),
        .. RulesUrls.All,
        .. RulesGeneric.All(options),
    ];
}

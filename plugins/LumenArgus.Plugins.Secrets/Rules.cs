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
        .. AwsKeys.All,
        .. GoogleKeys.All,
        .. AzureKeys.All,
        .. AzureConnectionStrings.All,
        .. CloudProviderKeys.All,
        .. HostingKeys.All,
        .. EdgeKeys.All,
        .. DataPlatformKeys.All,
        .. ModelProviderKeys.All(options),
        .. InferenceKeys.All,
        .. SpeechAndMediaKeys.All,
        .. EmbeddingKeys.All,
        .. AiToolKeys.All,
        .. RulesSourceControl.All,
        .. RulesKeyMaterial.All,
        .. RulesSessions.All,
        .. RulesPayment.All,
        .. RulesCommunication.All,
        .. RulesInfrastructure.All(options),
        .. RulesUrls.All,
        .. RulesGeneric.All(options),
    ];
}

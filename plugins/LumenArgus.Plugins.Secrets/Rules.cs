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
        .. RulesSourceControl.All,
        .. RulesPayment.All,
        .. RulesInfrastructure.All(options),
        .. SlackKeys.All,
        .. ChatKeys.All,
        .. MetaKeys.All,
        .. MailKeys.All,
        .. TelephonyKeys.All,
        .. SupportKeys.All,
        .. MonitoringKeys.All,
        .. IncidentKeys.All(options),
        .. ProductKeys.All,
        .. HerokuKeys.All,
        .. IdentityKeys.All,
        .. WorkspaceKeys.All,
        .. BusinessKeys.All,
        .. MapAndContentKeys.All,
        .. SocialKeys.All,
        .. ChainServiceKeys.All,
        .. TradingKeys.All,
        .. WalletKeys.All,
        .. PrivateKeys.All,
        .. EncryptionKeys.All,
        .. ServerUrls.All,
        .. DatabaseKeys.All,
        .. HttpCredentials.All,
        .. RulesGeneric.All(options),
    ];
}

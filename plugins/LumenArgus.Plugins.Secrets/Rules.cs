using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

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
        .. RulesKeyMaterial.All,
        .. RulesSessions.All,
        .. RulesPayment.All,
        .. RulesCommunication.All,
        .. RulesInfrastructure.All(options),
        .. RulesUrls.All,
        .. RulesGeneric.All(options),
    ];
}

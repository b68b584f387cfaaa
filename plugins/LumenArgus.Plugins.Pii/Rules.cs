using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// All rules, by family. Several patterns take in more than the value on purpose (the rest of a longer dotted or dashed chain, a letter in front): the
/// validator then sees that it is something else and drops the whole, where a tight pattern would report a piece of it.
/// </summary>
internal sealed class Rules : IRuleSource
{
    public const string Detector = "pii";

    public IEnumerable<DetectionRule> GetRules() => [.. RulesContact.All, .. RulesIdentity.All, .. RulesFinance.All];
}

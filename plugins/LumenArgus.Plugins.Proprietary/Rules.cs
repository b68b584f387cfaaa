using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Proprietary;

/// <summary>All rules, by family. Each list is one rule, because the name of a rule is the type of its findings.</summary>
internal sealed class Rules : IRuleSource
{
    public const string Detector = "proprietary";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public IEnumerable<DetectionRule> GetRules() => [.. RulesFiles.All(), .. RulesKeywords.All()];
}

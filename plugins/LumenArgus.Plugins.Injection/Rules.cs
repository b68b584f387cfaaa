using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Injection;

/// <summary>All rules, by family.</summary>
internal sealed class Rules : IRuleSource
{
    public const string Injection = "injection";
    public const string ToolPoison = "mcp_tool_poison";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public IEnumerable<DetectionRule> GetRules() =>
        [.. RulesInstructions.All(), .. RulesTranslated.All(), .. RulesRoles.All(), .. RulesExecution.All(), .. RulesExfiltration.All(), .. RulesInvisible.All(), .. RulesToolPoison.All()];
}

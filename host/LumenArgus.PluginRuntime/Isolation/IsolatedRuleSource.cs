using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>A source of rules in another process. Its rules are data: the host compiles and matches them itself.</summary>
internal sealed class IsolatedRuleSource(PluginProcess process, int number) : IRuleSource
{
    /// <summary>Reads them.</summary>
    /// <exception cref="PluginProcessException">It did not answer, or threw.</exception>
    public ValueTask<ImmutableArray<DetectionRule>> ReadAsync(CancellationToken cancellationToken) => process.ReadRulesAsync(number, cancellationToken);

    public IEnumerable<DetectionRule> GetRules() => throw new InvalidOperationException("Rules of another process are awaited.");
}

using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>Gives rules as data. The host asks once for each generation of its configuration.</summary>
public interface IRuleSource
{
    /// <summary>All rules.</summary>
    /// <returns>The rules; names are unique per detector.</returns>
    IEnumerable<DetectionRule> GetRules();
}

using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>
/// What can run in a process of its own: detectors, and rules, which are data. All else works on objects of the host, or is asked so often that a pipe in between would be
/// felt: a validator once for each match.
/// </summary>
internal static class IsolationRules
{
    private static readonly string[] Possible = [PluginCapability.Detect, PluginCapability.Rules];

    /// <summary>Holds a manifest against it, before anything runs.</summary>
    /// <exception cref="PluginLoadException">It asks for more.</exception>
    public static void Check(PluginManifest manifest)
    {
        string[] impossible = [.. manifest.Capabilities.Where(static capability => !Possible.Contains(capability))];
        if (impossible.Length > 0)
        {
            throw new PluginLoadException(
                $"cannot run in a process of its own: it declares {string.Join(", ", impossible)}, and only {string.Join(" and ", Possible)} can. "
                + $"Load it without isolation (plugins.{manifest.Id}.isolation: none), or have its author split it");
        }

        if (manifest.DependsOn.Length > 0)
        {
            throw new PluginLoadException($"cannot run in a process of its own: it depends on {string.Join(", ", manifest.DependsOn)}, which would not be there");
        }
    }

    /// <summary>What a started plugin brings that cannot be.</summary>
    /// <returns>Null if all is well.</returns>
    public static string? ProblemOf(PluginContributions contributions) => contributions.RuleValidators.IsEmpty
        ? null
        : $"cannot run in a process of its own: it brings the validator {contributions.RuleValidators[0].Name}, which is code that is asked for each match. "
          + "Its rules can name validators of other plugins";
}

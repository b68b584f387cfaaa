using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;

namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>The detectors that something can be decided about: those of plugins and of rules.</summary>
internal static class KnownDetectors
{
    private const string Prefix = "detectors.";

    public static IEnumerable<string> Of(Generation generation) => generation.Plugins.All.SelectMany(static plugin => plugin.Detectors)
        .Concat(generation.Config.CustomRules.Select(static rule => rule.Rule.Detector))
        .Concat(generation.Catalogue.Select(static rule => rule.Rule.Detector)).Distinct(StringComparer.Ordinal);

    /// <summary>Says what is wrong with the key of a setting: it is about a detector that is not there.</summary>
    /// <returns>A sentence; null if nothing is.</returns>
    public static string? ProblemOf(string key, Generation generation)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var name = key[Prefix.Length..key.LastIndexOf('.')];
        var known = Of(generation).ToList();
        return known.Contains(name, StringComparer.Ordinal) ? null : $"there is no detector '{name}'{Suggestion.For(name, known)}";
    }
}

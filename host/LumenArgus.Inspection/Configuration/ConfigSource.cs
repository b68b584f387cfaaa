using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>The file a configuration came from and the line of each key.</summary>
public sealed class ConfigSource
{
    private readonly ImmutableDictionary<string, int> _lines;

    internal ConfigSource(string file, ImmutableDictionary<string, int> lines)
    {
        File = file;
        _lines = lines;
    }

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>The line of a key.</summary>
    /// <param name="key">The key with its parents, for example <c>plugins.acme.pii.threshold</c>.</param>
    /// <returns>The line from 1; 0 if the key is not in the file.</returns>
    public int LineOf(string key) => _lines.GetValueOrDefault(key);

    /// <summary>Makes a problem that points at a key.</summary>
    /// <param name="key">The key with its parents.</param>
    /// <param name="message">What is wrong; reads on from the key.</param>
    /// <returns>The problem.</returns>
    public ConfigProblem Problem(string key, string message) => new(File, LineOf(key), 0, key, message);

    /// <summary>Warnings for <c>detectors.&lt;name&gt;</c> entries that no loaded plugin has, which only shows once plugins are loaded.</summary>
    /// <param name="config">The configuration read from this file.</param>
    /// <param name="known">Names of the detectors that exist.</param>
    /// <returns>One warning per unknown name.</returns>
    public ImmutableArray<ConfigProblem> UnknownDetectors(LumenArgusConfig config, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(config);
        string[] all = [.. known, CustomRule.DefaultDetector, .. config.CustomRules.Select(static rule => rule.Rule.Detector)];
        return [.. config.Detectors.Keys
            .Where(name => LineOf("detectors." + name) > 0 && !all.Contains(name, StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Problem("detectors." + name, "names a detector that no loaded plugin has" + Suggestion.For(name, known)))];
    }

    /// <summary>Warnings for <c>plugins.&lt;id&gt;</c> sections of plugins that were not found.</summary>
    /// <param name="config">The configuration read from this file.</param>
    /// <param name="known">Identifiers of the plugins that were found.</param>
    /// <returns>One warning per unknown identifier.</returns>
    public ImmutableArray<ConfigProblem> UnknownPlugins(LumenArgusConfig config, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(config);
        return [.. config.Plugins.ById.Keys
            .Where(id => !known.Contains(id, StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(id => Problem("plugins." + id, "names a plugin that was not found" + Suggestion.For(id, known)))];
    }
}

using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>One row of the catalogue: a token type with the format that its issuer publishes. Pattern, random examples and near misses come from the format.</summary>
internal static class CatalogueRule
{
    /// <summary>A rule whose pattern is exactly its format.</summary>
    /// <param name="name">The finding type.</param>
    /// <param name="title">What it is, for people: issuer and kind of token.</param>
    /// <param name="severity">How bad a match is.</param>
    /// <param name="source">The issuer's page that shows the format.</param>
    /// <param name="format">The format, see <see cref="DetectionRule.Format"/>.</param>
    /// <param name="positive">A text that holds one.</param>
    /// <param name="negative">A text that looks like one to a careless rule.</param>
    /// <param name="evasion">A text that holds one in disguise.</param>
    /// <param name="validator">Judges the value, or null.</param>
    /// <returns>The rule.</returns>
    public static DetectionRule Of(
        string name, string title, Severity severity, string source, string format, string positive, string negative, string evasion, string? validator = null) => new()
    {
        Name = name,
        Detector = Rules.Detector,
        Title = title,
        Severity = severity,
        Source = source,
        Format = format,
        Validator = validator,
        Positives = [positive],
        Negatives = [negative],
        Evasions = [evasion],
    };
}

using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Injection;

/// <summary>Rules for texts that speak to a model.</summary>
internal static class InjectionRule
{
    /// <summary>Between two words: white space, also over a line end, and what marks words in Markdown.</summary>
    public const string Space = @"(?:[\s*_""'>-]{1,6})";

    /// <summary>A rule for what providers and tools answer.</summary>
    /// <param name="name">The finding type.</param>
    /// <param name="title">What it is, for people.</param>
    /// <param name="severity">How bad a match is.</param>
    /// <param name="source">A public page that describes the attack.</param>
    /// <param name="pattern">The pattern; <c>~</c> stands for <see cref="Space"/>.</param>
    /// <param name="keywords">Of which one is in every match; empty where the pattern's own literals are to be searched for.</param>
    /// <param name="positives">Texts that match.</param>
    /// <param name="negatives">Ordinary texts that do not.</param>
    /// <param name="evasion">A text that matches in disguise.</param>
    /// <returns>The rule.</returns>
    public static DetectionRule Of(
        string name, string title, Severity severity, string source, string pattern, string[] keywords, string[] positives, string[] negatives, string evasion) => new()
    {
        Name = name,
        Detector = Rules.Injection,
        Title = title,
        Severity = severity,
        Description = title + ".",
        Source = source,
        Pattern = pattern.Replace("~", Space, StringComparison.Ordinal),
        Keywords = [.. keywords],
        WindowBytes = 384,
        Stages = RuleStages.Response | RuleStages.Mcp,
        Tags = ["injection"],
        Positives = [.. positives],
        Negatives = [.. negatives],
        Evasions = [evasion],
    };
}

using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Rules.Files;

/// <summary>One rule of a file.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Action">Its own action; null leaves that to the detector.</param>
/// <param name="Line">The line it begins in, from 1.</param>
public sealed record RuleFileEntry(DetectionRule Rule, PolicyAction? Action, int Line)
{
    /// <summary>Whether it is to be used. Default true.</summary>
    public bool Enabled { get; init; } = true;
}

using System.Collections.Immutable;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>What is odd about single rules.</summary>
internal sealed record RuleQuality
{
    /// <summary>Rules that match texts of many others.</summary>
    public ImmutableArray<QualityNote> BroadPatterns { get; init; } = [];

    /// <summary>Rules of which most texts are found by several others.</summary>
    public ImmutableArray<QualityNote> LowSpecificity { get; init; } = [];

    /// <summary>Rules without which nothing would be lost: others together match all of their texts.</summary>
    public ImmutableArray<QualityNote> FullyRedundant { get; init; } = [];
}

using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Rules;

/// <summary>What an index is built for.</summary>
public sealed record RuleIndexOptions
{
    /// <summary>The traffic that will be scanned; rules for other stages are left out (they are not rejected).</summary>
    public RuleStages Stages { get; init; } = RuleStages.Request;

    /// <value>Bytes that regular expressions may see in one scan, as a multiple of the bytes of text. Default 8.</value>
    public int RegexShare { get; init; } = 8;

    /// <value>The least that regular expressions may see in one scan, in bytes, so that short bodies are never cut. Default 1 MB.</value>
    public long MinRegexBytes { get; init; } = 1 << 20;

    /// <value>Time for one window of an interpreted regular expression. Default 250 ms.</value>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(250);
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Rules.Matching;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules;

/// <summary>A rule ready to run: either <see cref="Matcher"/> or <see cref="Regex"/> is set.</summary>
internal sealed record CompiledRule(DetectionRule Rule, RuleAnchor Anchor, SpanMatcher? Matcher, WindowRegex? Regex, IRuleValidator? Validator)
{
    /// <summary>Bytes that one attempt may look at.</summary>
    public int Window => Rule.WindowBytes;

    /// <summary>Its bytes as a graph, to tell candidates apart; null if the pattern is too large for that.</summary>
    public required Lazy<PatternGraph?> Graph { get; init; }
}

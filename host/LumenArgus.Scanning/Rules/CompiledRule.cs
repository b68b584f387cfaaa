using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Rules.Matching;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules;

/// <summary>A rule ready to run: either <see cref="Matcher"/> or <see cref="Regex"/> is set.</summary>
internal sealed record CompiledRule(DetectionRule Rule, RuleAnchor Anchor, SpanMatcher? Matcher, WindowRegex? Regex, IRuleValidator? Validator)
{
    private readonly byte[][] _examples = [.. Rule.Examples.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Bytes that one attempt may look at.</summary>
    public int Window => Rule.WindowBytes;

    /// <summary>What stands near the start of each match; null if nothing does.</summary>
    public required RequiredByte? Required { get; init; }

    /// <summary>Its bytes as a graph, to tell candidates apart; null if the pattern is too large for that.</summary>
    public required Lazy<PatternGraph?> Graph { get; init; }

    /// <summary>Whether the value stands in the issuer's documentation.</summary>
    public bool IsKnownExample(ReadOnlySpan<byte> secret)
    {
        foreach (var example in _examples)
        {
            if (secret.SequenceEqual(example))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>Evaluates texts in the engine that scans the traffic.</summary>
public interface IRuleEvaluator
{
    /// <summary>Makes texts in which a rule should match: its author's examples first, then random ones of its format.</summary>
    /// <param name="detector">The rule's detector.</param>
    /// <param name="rule">The rule's name.</param>
    /// <param name="count">How many at most, 1 to 1,000.</param>
    /// <param name="seed">The same seed makes the same texts.</param>
    /// <returns>The texts; fewer where the rule has no format, none where it is not in use.</returns>
    ImmutableArray<string> MakeExamples(string detector, string rule, int count, int seed);

    /// <summary>
    /// Evaluates texts against all rules that run, in one pass for each text, validators and entropy floors included, with neither decoding nor allowlists. Rules about file names
    /// and rules that are only for responses or tools are not tried.
    /// </summary>
    /// <param name="texts">The texts, at most 10,000, each at most 64 KB.</param>
    /// <param name="cancellationToken">Ends it between two texts.</param>
    /// <returns>Which rules match which texts.</returns>
    ValueTask<RuleEvaluation> EvaluateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);
}

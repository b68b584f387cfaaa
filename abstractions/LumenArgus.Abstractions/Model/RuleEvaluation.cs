using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>Which rules match which texts.</summary>
/// <param name="Matches">Each rule once for each text in which it matches, ordered by text; also where in traffic a better rule would hide its finding.</param>
/// <param name="NotEvaluated">Texts that could not be evaluated, because a validator of a plugin did not return: places in the list, from 0.</param>
public sealed record RuleEvaluation(ImmutableArray<RuleMatch> Matches, ImmutableArray<int> NotEvaluated);

using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fingerprints;

/// <summary>What a decision depends on beside the body; a part of every fingerprint.</summary>
/// <param name="Generation">Number of the generation: rules, policy, allowlists and options.</param>
/// <param name="Stages">What kind of text it is.</param>
/// <param name="WithSourceFiles">Whether the decision depends on the file that a text was read from.</param>
public sealed record FingerprintContext(long Generation, RuleStages Stages, bool WithSourceFiles)
{
    /// <summary>Whether what is found in a text depends on whether it is of the newest turn: detectors of plugins are told.</summary>
    public bool WithTurns { get; init; }
}

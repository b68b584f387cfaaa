namespace LumenArgus.Scanning.Findings;

/// <summary>What all hits of one rule, or of one detector and type, have in common.</summary>
/// <param name="Detector">The detector.</param>
/// <param name="Type">The type.</param>
/// <param name="Certainty">How much it knows of its value.</param>
/// <param name="FixedCharacters">Of two formats that fit one value, the one with more of these says more.</param>
/// <param name="IsPublished">Whether a rule with a source found it: not code of a plugin, and no rule of the operator's own.</param>
internal readonly record struct HitKind(string Detector, string Type, Certainty Certainty, int FixedCharacters = 0, bool IsPublished = false);

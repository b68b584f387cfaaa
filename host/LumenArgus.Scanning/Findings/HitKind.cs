namespace LumenArgus.Scanning.Findings;

/// <summary>What all hits of one rule, or of one detector and type, have in common.</summary>
internal readonly record struct HitKind(string Detector, string Type, Certainty Certainty);

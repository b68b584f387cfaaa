using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Entry of <c>custom_rules</c>.</summary>
/// <param name="Rule">The rule; it compiles.</param>
/// <param name="Action">Its own action, which goes before the detector's; null leaves that to the detector.</param>
public sealed record CustomRule(DetectionRule Rule, PolicyAction? Action)
{
    /// <summary>The detector of a rule that names none.</summary>
    public const string DefaultDetector = "custom";
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1;

/// <summary>Rules as data: the host matches them, in one pass with those of all plugins.</summary>
internal sealed class Rules : IRuleSource
{
    public IEnumerable<DetectionRule> GetRules() =>
    [
        new DetectionRule
        {
            Name = "internal_token",
            Detector = "SAMPLE_WORD",
            Title = "Token of an internal service",
            Pattern = @"\bsmpl_[a-z0-9]{20}\b",
            Keywords = ["smpl_"],
            Severity = Severity.High,
            EntropyFloor = 3,
            Positives = ["smpl_k3v9q2x7m1t8w4r6y0bz", "token: smpl_9f2h6j1l4n8p3s7u5wq0"],
            Negatives = ["smpl_aaaaaaaaaaaaaaaaaaaa", "smpl_short"],
        },
    ];
}

using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>A rule as the product has it now.</summary>
public sealed record RuleInfo
{
    /// <summary>The finding type.</summary>
    public required string Name { get; init; }

    /// <summary>The detector it reports as.</summary>
    public required string Detector { get; init; }

    /// <summary>The pattern; derived from <see cref="Format"/> where its author gave only that.</summary>
    public required string Pattern { get; init; }

    /// <summary>The published shape of the value; null where there is none. See <see cref="DetectionRule.Format"/>.</summary>
    public string? Format { get; init; }

    /// <summary>The severity that counts.</summary>
    public Severity Severity { get; init; }

    /// <summary>Its own action; null leaves that to its detector.</summary>
    public PolicyAction? Action { get; init; }

    /// <summary><c>community</c>, <c>pro</c> or <c>custom</c>.</summary>
    public string Tier { get; init; } = "";

    /// <summary>Who brings it: the identifier of a plugin, <c>config</c>, or how it came into the table.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether it is switched on.</summary>
    public bool Enabled { get; init; }

    /// <summary>Why it does not run although it is switched on; null if it runs.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool IsUsed => Enabled && Problem is null;

    /// <summary>Whether an operator has marked it as reviewed; see <see cref="Host.IRuleCatalog.SetReviewedAsync"/>.</summary>
    public bool Reviewed { get; init; }

    /// <summary>Whether it is a weak rule whose finding is dropped where a better one covers it.</summary>
    public bool Generic { get; init; }

    /// <summary>Which traffic it is for.</summary>
    public RuleStages Stages { get; init; }

    /// <summary>What it is matched against.</summary>
    public RuleTarget Target { get; init; }

    /// <summary>Name of its validator; null for none.</summary>
    public string? Validator { get; init; }

    /// <summary>Entropy that its value must have; 0 for none.</summary>
    public double EntropyFloor { get; init; }

    /// <summary>One sentence for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Labels.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>How often it has found something.</summary>
    public long HitCount { get; init; }
}

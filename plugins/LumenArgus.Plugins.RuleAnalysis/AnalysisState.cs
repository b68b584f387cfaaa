using System.Collections.Immutable;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>How a comparison goes.</summary>
internal sealed record AnalysisState
{
    /// <summary>Whether one runs.</summary>
    public bool Running { get; init; }

    /// <summary><c>idle</c>, <c>starting</c>, <c>loading</c>, <c>generating</c>, <c>evaluating</c>, <c>classifying</c>, <c>quality</c>, <c>saving</c>, <c>complete</c> or <c>failed</c>.</summary>
    public string Phase { get; init; } = "idle";

    /// <summary>Percent of the whole, 0 to 100.</summary>
    public int Progress { get; init; }

    /// <summary>When it began (UTC); null if none has.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Why it failed; null if it did not.</summary>
    public string? Error { get; init; }

    /// <summary>What it says, the oldest first.</summary>
    public ImmutableArray<string> Log { get; init; } = [];
}

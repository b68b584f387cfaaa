using System.Collections.Immutable;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>How a comparison goes.</summary>
/// <param name="Log">The lines from the one asked for.</param>
/// <param name="Next">What to ask for next as <c>since</c>.</param>
internal sealed record StateAnswer(bool Running, string Phase, int Progress, DateTimeOffset? StartedAt, string? Error, ImmutableArray<string> Log, int Next);

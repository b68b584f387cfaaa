using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>What a finding store has to record at once.</summary>
/// <param name="Findings">
/// New findings, oldest first. Their number is 0. One whose content and conversation (neither empty) the store has already is another sight of that finding: as many as its
/// <see cref="StoredFinding.SeenCount"/> says, the last one at its time.
/// </param>
/// <param name="Sights">Findings that were recorded before and came again.</param>
public sealed record FindingBatch(ImmutableArray<StoredFinding> Findings, ImmutableArray<FindingSight> Sights);

using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>What a scan has found.</summary>
/// <param name="Action">What the policy would do with a request of this text.</param>
/// <param name="Findings">The findings, in the order of their places.</param>
public sealed record ScanReport(PolicyAction Action, ImmutableArray<ScanReportFinding> Findings);

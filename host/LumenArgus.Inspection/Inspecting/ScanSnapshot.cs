using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>What a scan has found at one moment; immutable, so another thread may read it while the scan goes on.</summary>
internal sealed record ScanSnapshot(
    ImmutableArray<Finding> Findings, SessionContext Session, string? Model, long BytesScanned, long BytesSkipped, long BytesToRegex)
{
    public ScanResult ToResult(PolicyDecision decision) => new()
    {
        Findings = decision.Findings,
        Action = decision.Action,
        BytesScanned = BytesScanned,
        BytesSkipped = BytesSkipped,
        BytesToRegex = BytesToRegex,
    };
}

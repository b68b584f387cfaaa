using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Mcp;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>What a scan has found at one moment; immutable, so another thread may read it while the scan goes on.</summary>
internal sealed record ScanSnapshot(
    ImmutableArray<Finding> Findings, SessionContext Session, string? Model, long BytesScanned, long BytesSkipped, long BytesToRegex)
{
    /// <summary>Bytes of the body that were found to be clean in an earlier request.</summary>
    public long BytesKnown { get; init; }

    /// <summary>What the body holds of the Model Context Protocol; null if it is none of it.</summary>
    public McpExchange? Mcp { get; init; }

    /// <summary>Hits that an allowlist took away.</summary>
    public long AllowedHits { get; init; }

    /// <summary>Bytes of files that an allowlist exempts.</summary>
    public long BytesExempt { get; init; }

    /// <summary>How many of the generation's detectors, from the first, were asked or passed over.</summary>
    public int DetectorsDone { get; init; }

    /// <summary>Adds what an earlier run over the same body has found beyond this.</summary>
    public ScanSnapshot Including(ScanSnapshot? earlier)
    {
        if (earlier is null || BeginsWith(earlier.Findings))
        {
            return this;
        }

        var known = Findings.Select(Key).ToHashSet();
        return this with { Findings = [.. Findings, .. earlier.Findings.Where(finding => !known.Contains(Key(finding)))] };
    }

    // As it is unless a run was given up: then the next one knows all that the earlier one found, in its order.
    private bool BeginsWith(ImmutableArray<Finding> earlier)
    {
        if (earlier.Length > Findings.Length)
        {
            return false;
        }

        for (var i = 0; i < earlier.Length; i++)
        {
            if (Key(earlier[i]) != Key(Findings[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The decision on this scan. What it says about the sender is masked where it holds a value that was found.</summary>
    public Decision ToDecision(PolicyDecision decision) => new()
    {
        Scan = new ScanResult
        {
            Findings = decision.Findings,
            Action = decision.Action,
            BytesScanned = BytesScanned,
            BytesKnown = BytesKnown,
            BytesSkipped = BytesSkipped,
            BytesToRegex = BytesToRegex,
        },
        Mcp = Mcp?.Masked(decision.Findings),
        AllowedHits = AllowedHits,
        BytesExempt = BytesExempt,
        Session = LabelMask.Of(Session, decision.Findings),
        Model = LabelMask.Of(Model, decision.Findings),
    };

    private static (string Detector, string Type, MatchedText Value, string? Detail) Key(Finding finding) =>
        (finding.Detector, finding.Type, finding.Value, finding.Detail);
}

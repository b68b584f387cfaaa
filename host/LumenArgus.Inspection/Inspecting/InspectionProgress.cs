using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Mcp;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>What is known of an exchange while it is inspected, kept apart so that a failure in the middle loses none of it.</summary>
internal sealed class InspectionProgress
{
    /// <summary>Findings of the host about detectors and hooks.</summary>
    public List<Finding> Framework { get; } = [];

    /// <summary>The latest state of the scan; null before the rules were through.</summary>
    public ScanSnapshot? Snapshot { get; private set; }

    /// <summary>What the body holds of the Model Context Protocol; null if it is none of it, and before it was read.</summary>
    public McpExchange? Mcp { get; set; }

    /// <summary>What the policy decided; null before it did.</summary>
    public PolicyAction? Decided { get; set; }

    /// <summary>Takes a later state. What an earlier run found stays: the detector may have hung in the next one.</summary>
    public ScanSnapshot Take(ScanSnapshot snapshot) => Snapshot = snapshot.Including(Snapshot);
}

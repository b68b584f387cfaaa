using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Notifications;

/// <summary>A finding as somebody may be told of it, without its value.</summary>
internal sealed record NoticedFinding(StoredFinding Finding, Severity Severity, PolicyAction Action, bool IsOfTheHost)
{
    public FindingKind Kind => new(Finding.Detector, Finding.Type);

    /// <summary>How bad it is: what was done first, then the severity. That something was left out of a history is no worse than that it was blocked.</summary>
    public int Rank => (Math.Min((int)Action, (int)PolicyAction.Block) * 16) + (int)Severity;
}

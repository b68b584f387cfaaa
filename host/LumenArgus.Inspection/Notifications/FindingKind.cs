namespace LumenArgus.Inspection.Notifications;

/// <summary>What of findings decides whether they are the same news.</summary>
internal readonly record struct FindingKind(string Detector, string Type);

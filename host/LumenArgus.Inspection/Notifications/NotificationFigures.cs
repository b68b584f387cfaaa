namespace LumenArgus.Inspection.Notifications;

/// <summary>What became of messages since the start.</summary>
/// <param name="Sent">Arrived.</param>
/// <param name="Failed">Given up.</param>
/// <param name="Shed">There was no room for them.</param>
/// <param name="Suppressed">Findings that were held back.</param>
/// <param name="Waiting">Wait now.</param>
public readonly record struct NotificationFigures(long Sent, long Failed, long Shed, long Suppressed, long Waiting);

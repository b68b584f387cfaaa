namespace LumenArgus.Inspection.Notifications;

/// <summary>What became of the messages of a receiver since the start of the product.</summary>
public sealed record ReceiverState
{
    /// <summary>Nothing was sent yet.</summary>
    public static ReceiverState None { get; } = new();

    /// <summary>Whether the last attempt arrived; null without one.</summary>
    public bool? IsSent { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why it did not arrive, for people; null if it did.</summary>
    public string? Error { get; init; }

    /// <summary>Messages that arrived.</summary>
    public long Sent { get; init; }

    /// <summary>Messages that were given up.</summary>
    public long Failed { get; init; }

    /// <summary>Messages for which there was no room.</summary>
    public long Shed { get; init; }

    /// <summary>Messages that wait.</summary>
    public int Waiting { get; init; }

    /// <summary>Findings that were held back, ever.</summary>
    public long Suppressed { get; init; }

    /// <summary>Until when the receiver is left alone, because it failed too often; null where it is not.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}

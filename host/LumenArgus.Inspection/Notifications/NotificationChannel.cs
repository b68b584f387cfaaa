using LumenArgus.Storage.Channels;

namespace LumenArgus.Inspection.Notifications;

/// <summary>A channel as it is used.</summary>
/// <param name="Row">The row, with its settings in clear: those of <c>config.yaml</c> are not in the table.</param>
/// <param name="Problem">Why its settings cannot be read, for people; null if they can.</param>
public sealed record NotificationChannel(StoredChannel Row, string? Problem)
{
    /// <summary>The source of a channel of <c>config.yaml</c>.</summary>
    public const string Configured = "yaml";

    /// <summary>The source of a channel that was made in the dashboard.</summary>
    public const string Made = "dashboard";

    /// <inheritdoc/>
    public override string ToString() => $"{Row.Name} ({Row.Type})";
}

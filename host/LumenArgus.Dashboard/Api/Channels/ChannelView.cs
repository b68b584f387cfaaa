using System.Text.Json.Nodes;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Notifications;

namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>A channel for notifications.</summary>
internal sealed record ChannelView
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required JsonObject Config { get; init; }

    public required bool Enabled { get; init; }

    public required string Source { get; init; }

    public required IReadOnlyList<string> Events { get; init; }

    public required string MinSeverity { get; init; }

    /// <summary><c>sent</c>, <c>failed</c>, or null before the first attempt since the start.</summary>
    public string? LastStatus { get; init; }

    public DateTimeOffset? LastStatusAt { get; init; }

    public string? LastError { get; init; }

    /// <summary>Why it cannot send now.</summary>
    public string? Problem { get; init; }

    public required long SentCount { get; init; }

    public required long FailedCount { get; init; }

    /// <summary>Messages for which there was no room.</summary>
    public required long ShedCount { get; init; }

    /// <summary>Findings that were held back.</summary>
    public required long SuppressedCount { get; init; }

    public required int WaitingCount { get; init; }

    /// <summary>Until when it is left alone, because it failed too often.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    public static ChannelView Of(NotificationChannel channel, ReceiverState state, string? problem, Func<string, bool> isHidden) => new()
    {
        Id = channel.Row.Id,
        Name = channel.Row.Name,
        Type = channel.Row.Type,
        Config = ChannelMask.Hide(ChannelSettings.Parse(channel.Row.Config), isHidden),
        Enabled = channel.Row.Enabled,
        Source = channel.Row.Source,
        Events = ChannelEvents.Read(channel.Row.Events),
        MinSeverity = channel.Row.MinSeverity,
        LastStatus = state.IsSent switch { true => "sent", false => "failed", _ => null },
        LastStatusAt = state.At,
        LastError = state.Error,
        Problem = problem,
        SentCount = state.Sent,
        FailedCount = state.Failed,
        ShedCount = state.Shed,
        SuppressedCount = state.Suppressed,
        WaitingCount = state.Waiting,
        PausedUntil = state.PausedUntil,
        CreatedAt = channel.Row.CreatedAt,
        UpdatedAt = channel.Row.UpdatedAt,
    };
}

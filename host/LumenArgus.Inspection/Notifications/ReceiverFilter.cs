using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage;
using LumenArgus.Storage.Channels;

namespace LumenArgus.Inspection.Notifications;

/// <summary>Which findings somebody is told of.</summary>
/// <param name="Events">Names of actions; none is all.</param>
/// <param name="MinSeverity">The lowest severity.</param>
internal sealed record ReceiverFilter(ImmutableArray<string> Events, Severity MinSeverity)
{
    /// <summary>For a notifier that has no settings.</summary>
    public static ReceiverFilter Default { get; } = new(["block", "redact", "alert"], Severity.Info);

    public static ReceiverFilter Of(StoredChannel channel) => new(
        ChannelEvents.Read(channel.Events),
        Enum.GetValues<Severity>().FirstOrDefault(severity => WireNames.Of(severity) == channel.MinSeverity, Severity.Warning));

    public bool Accepts(NoticedFinding finding) =>
        finding.Severity >= MinSeverity && (Events.IsEmpty || Events.Contains(finding.Finding.Action, StringComparer.Ordinal));
}

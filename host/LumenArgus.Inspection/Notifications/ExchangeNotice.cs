using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Notifications;

/// <summary>The findings of an exchange, the worst first, to choose messages from.</summary>
internal sealed record ExchangeNotice(ImmutableArray<NoticedFinding> Findings, Notification Head)
{
    // A body can have thousands; a message is read by people.
    private const int MaxFindings = 100;

    public static ExchangeNotice Of(ExchangeRecord record) => new(
        [.. record.Scan.Findings.Select(finding => Of(record, finding)).OrderByDescending(static finding => finding.Rank)],
        new Notification
        {
            Findings = [],
            Count = 0,
            Provider = record.Provider,
            Model = Text(record.Model),
            Session = record.Session,
            Timestamp = record.Timestamp,
        });

    /// <summary>The message with some of the findings.</summary>
    public Notification With(IReadOnlyCollection<NoticedFinding> findings) => Head with
    {
        Findings = [.. findings.Take(MaxFindings).Select(static finding => finding.Finding)],
        Count = findings.Count,
    };

    private static NoticedFinding Of(ExchangeRecord record, Finding finding)
    {
        var action = finding.Action ?? record.Scan.Action;
        return new NoticedFinding(
            new StoredFinding
            {
                Id = 0,
                Timestamp = record.Timestamp,
                Detector = finding.Detector,
                Type = finding.Type,
                Severity = WireNames.Of(finding.Severity),
                Action = WireNames.Of(action),
                Location = Text(finding.Location),
                ValuePreview = Text(finding.ValuePreview),
                Provider = record.Provider,
                Model = Text(record.Model),
                Client = Text(record.Session.ClientName),
                SessionId = Text(record.Session.SessionId),
                ExchangeId = record.ExchangeId.ToString(),
                WorkingDirectory = Text(record.Session.WorkingDirectory),
            },
            finding.Severity,
            action,
            finding.Origin == FindingOrigin.Framework);
    }

    private static string Text(string? value) => value is null ? "" : WellFormedText.Of(value);
}

using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Storage;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Hashing;

namespace LumenArgus.Inspection.Records;

/// <summary>
/// Gives the findings of every exchange to the store. A finding that its conversation had lately is counted instead of written; whether it was
/// written is known from its transaction, so a write that failed is made up for. Nothing here waits: the store is no part of the traffic.
/// </summary>
internal sealed class FindingRecorder(LumenArgusConfig start, CurrentGeneration current, IFindingWriter writer, HashKey key, TimeProvider clock) : IExchangeSink
{
    // About 20 MB when full.
    private const int CacheCapacity = 50_000;

    private readonly FindingCache _recorded = new(CacheCapacity, clock);
    private string _place = "";

    public ValueTask DecidedAsync(ExchangeRecord record)
    {
        if (record.Scan.Findings.IsEmpty)
        {
            return ValueTask.CompletedTask;
        }

        var config = current.Peek?.Config ?? start;
        var place = writer.Place;
        if (Interlocked.Exchange(ref _place, place) != place)
        {
            _recorded.Clear();
        }

        var (time, exchange) = (StoreTime.Format(record.Timestamp), record.ExchangeId.ToString());
        foreach (var finding in record.Scan.Findings)
        {
            Record(record, finding, time, exchange, config);
        }

        return ValueTask.CompletedTask;
    }

    public void Completed(ExchangeRecord record)
    {
        // Everything was said with the decision.
    }

    private void Record(ExchangeRecord record, Finding finding, string time, string exchange, LumenArgusConfig config)
    {
        var contentHash = FindingHash.Of(key, finding, record.Session.ApiKeyHash);

        // Without a conversation nothing says that a second sight is the same text sent again: it is a finding of its own.
        if (record.Session.SessionId is not { Length: > 0 } session)
        {
            writer.Write(RowOf(record, finding, contentHash, time, exchange, config));
        }
        else if (_recorded.Seen(contentHash, session, config.Dedup.FindingTtl) is { } ticket)
        {
            writer.SeenAgain(ticket, time);
        }
        else
        {
            _recorded.Add(writer.Write(RowOf(record, finding, contentHash, time, exchange, config)));
        }
    }

    private FindingRow RowOf(ExchangeRecord record, Finding finding, string contentHash, string time, string exchange, LumenArgusConfig config)
    {
        var session = record.Session;
        return new FindingRow
        {
            Timestamp = time,
            FirstSeen = time,
            ExchangeId = exchange,
            RequestId = record.RequestId,
            Detector = finding.Detector,
            FindingType = finding.Type,
            Severity = WireNames.Of(finding.Severity),
            RuleSeverity = finding.RuleSeverity is { } severity ? WireNames.Of(severity) : "",
            Verdict = WireNames.Of(finding.Verdict) ?? "",
            Role = finding.Origin == FindingOrigin.Framework ? "" : WireNames.Of(finding.Role),
            Location = Text(finding.Location),
            ActionTaken = finding.Action is { } action ? WireNames.Of(action) : record.ActionName,
            Provider = record.Provider,
            Model = Text(record.Model),
            ValuePreview = Text(finding.ValuePreview),
            Context = config.Analytics.StoreContext ? Text(finding.Context) : "",

            // Of the host's own findings only: what a plugin writes there could hold the value.
            Detail = finding.Origin == FindingOrigin.Framework ? Text(finding.Detail) : "",
            Count = finding.Count,
            Origin = WireNames.Of(finding.Origin),
            AccountId = Text(session.AccountId),
            SessionId = Text(session.SessionId),
            DeviceId = Text(session.DeviceId),
            SourceIp = Text(session.SourceIp),
            WorkingDirectory = Text(session.WorkingDirectory),
            GitBranch = Text(session.GitBranch),
            OsPlatform = Text(session.OsPlatform),
            Hostname = Text(session.Hostname),
            Username = Text(session.Username),
            ClientName = Text(session.ClientName),
            ClientVersion = Text(session.ClientVersion),
            ClientType = Text(session.ClientType),
            RawUserAgent = Text(session.RawUserAgent),
            ApiFormat = Text(session.ApiFormat),
            SdkName = Text(session.SdkName),
            SdkVersion = Text(session.SdkVersion),
            Runtime = Text(session.Runtime),
            InterceptMode = Text(session.InterceptMode ?? "reverse"),
            OriginalHost = Text(session.OriginalHost),
            ApiKeyHash = Text(session.ApiKeyHash),
            ContentHash = contentHash,
            ValueHash = config.Analytics.HashSecrets && key.IsLasting && !finding.Value.IsEmpty ? key.Hash(finding.Value.Reveal()) : "",
        };
    }

    private static string Text(string? value) => value is null ? "" : WellFormedText.Of(value);
}

using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Threading.Channels;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Dashboard.Live;

/// <summary>
/// Turns what happens into live events, on a task of its own: the exchange pays for putting its record into a queue. A full queue loses events, and says so with a
/// <c>reset</c>, by which pages read again.
/// </summary>
internal sealed partial class LiveBroadcaster : IExchangeSink, IFindingObserver, ILiveEvents, IAsyncDisposable
{
    private const int MaxWaiting = 10_000;
    private const int MaxToolCalls = 20;

    private readonly LiveHub _hub;
    private readonly bool _hasStore;
    private readonly ILogger _logger;
    private readonly Channel<object> _waiting = Channel.CreateBounded<object>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Task _sending;
    private int _hasLost;

    public LiveBroadcaster(LiveHub hub, ILogger<LiveBroadcaster> logger, StoreOptions? store = null)
    {
        (_hub, _hasStore, _logger) = (hub, store is not null, logger);
        _sending = Task.Run(SendAsync);
    }

    public ValueTask DecidedAsync(ExchangeRecord record)
    {
        Add(record);
        return ValueTask.CompletedTask;
    }

    public void Completed(ExchangeRecord record)
    {
        // Everything was said with the decision.
    }

    public void Recorded(FindingRow finding) => Add(finding);

    public void Publish(string name, Action<Utf8JsonWriter>? write = null) => Add(new Notice(name, Json(write)));

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _sending;
    }

    private void Add(object told)
    {
        if (!_waiting.Writer.TryWrite(told))
        {
            Interlocked.Exchange(ref _hasLost, 1);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Background loop: one event that cannot be written must not end all others.")]
    private async Task SendAsync()
    {
        await foreach (var told in _waiting.Reader.ReadAllAsync())
        {
            try
            {
                if (Interlocked.Exchange(ref _hasLost, 0) == 1)
                {
                    _hub.Send("reset", "{}"u8);
                }

                Send(told);
            }
            catch (Exception failure)
            {
                Log.EventFailed(_logger, failure.GetType().Name);
            }
        }
    }

    private void Send(object told)
    {
        switch (told)
        {
            case Notice notice:
                _hub.Send(notice.Name, notice.Json);
                break;
            case FindingRow row:
                _hub.Send("finding", Json(json => WriteFinding(json, row)));
                break;
            case ExchangeRecord record:
                // With a database only what is new in it is told, with its number.
                foreach (var finding in _hasStore ? [] : record.Scan.Findings)
                {
                    _hub.Send("finding", Json(json => WriteFinding(json, record, finding)));
                }

                if (!record.IsResponse || !record.Scan.Findings.IsEmpty)
                {
                    _hub.Send("scan", Json(json => WriteScan(json, record)));
                }

                foreach (var tool in record.IsResponse ? [] : record.Mcp?.Tools.Take(MaxToolCalls) ?? [])
                {
                    _hub.Send("mcp_tool_call", Json(json => WriteToolCall(json, record, tool)));
                }

                break;
        }
    }

    private static void WriteToolCall(Utf8JsonWriter json, ExchangeRecord record, McpTool tool)
    {
        Text(json, "tool_name", McpToolName.Shown(tool.Name));
        json.WriteString("decision", record.Scan.Action switch
        {
            PolicyAction.Block => "blocked",
            PolicyAction.Pass => "allowed",
            _ => "alert",
        });
        json.WriteString("server_id", "");
        Text(json, "session_id", record.Session.SessionId);
        json.WriteString("timestamp", StoreTime.Format(record.Timestamp));
        json.WriteNumber("findings_count", record.Scan.Findings.Length);
    }

    private static void WriteScan(Utf8JsonWriter json, ExchangeRecord record)
    {
        json.WriteString("action", record.ActionName);
        Text(json, "client", record.Session.ClientName);
        Text(json, "provider", record.Provider);
        json.WriteNumber("findings_count", record.Scan.Findings.Length);
        json.WriteString("timestamp", StoreTime.Format(record.Timestamp));
        json.WriteString("exchange_id", record.ExchangeId);
        json.WriteNumber("request_id", record.RequestId);
        Text(json, "session_id", record.Session.SessionId);
        Text(json, "model", record.Model);
        Text(json, "endpoint", record.Path);
        json.WriteNumber("duration_ms", Math.Round(record.Scan.ScanDurationMs, 2));
        json.WriteBoolean("is_response", record.IsResponse);
    }

    private static void WriteFinding(Utf8JsonWriter json, FindingRow row)
    {
        json.WriteNumber("id", row.Id);
        json.WriteString("detector", row.Detector);
        json.WriteString("type", row.FindingType);
        json.WriteString("severity", row.Severity);
        json.WriteString("location", row.Location);
        json.WriteString("value_preview", row.ValuePreview);
        json.WriteString("action", row.ActionTaken);
        json.WriteString("origin", row.Origin);
        json.WriteString("client", row.ClientName);
        json.WriteString("provider", row.Provider);
        json.WriteString("intercept_mode", row.InterceptMode);
        json.WriteString("original_host", row.OriginalHost);
        json.WriteString("timestamp", row.Timestamp);
        json.WriteString("session_id", row.SessionId);
        json.WriteString("exchange_id", row.ExchangeId);
        json.WriteString("verdict", row.Verdict.Length == 0 ? null : row.Verdict);
        json.WriteString("working_directory", row.WorkingDirectory);
    }

    private static void WriteFinding(Utf8JsonWriter json, ExchangeRecord record, Finding finding)
    {
        json.WriteNull("id");
        Text(json, "detector", finding.Detector);
        Text(json, "type", finding.Type);
        json.WriteString("severity", WireNames.Of(finding.Severity));
        Text(json, "location", finding.Location);
        Text(json, "value_preview", finding.ValuePreview);
        json.WriteString("action", finding.Action is { } action ? WireNames.Of(action) : record.ActionName);
        json.WriteString("origin", WireNames.Of(finding.Origin));
        Text(json, "client", record.Session.ClientName);
        Text(json, "provider", record.Provider);
        Text(json, "intercept_mode", record.Session.InterceptMode ?? "reverse");
        Text(json, "original_host", record.Session.OriginalHost);
        json.WriteString("timestamp", StoreTime.Format(record.Timestamp));
        Text(json, "session_id", record.Session.SessionId);
        json.WriteString("exchange_id", record.ExchangeId);
        json.WriteString("verdict", WireNames.Of(finding.Verdict));
        Text(json, "working_directory", record.Session.WorkingDirectory);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value) => json.WriteString(name, value is null ? "" : WellFormedText.Of(value));

    private static byte[] Json(Action<Utf8JsonWriter>? write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write?.Invoke(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private sealed record Notice(string Name, byte[] Json);

    private static partial class Log
    {
        [LoggerMessage(EventId = 5020, EventName = nameof(EventFailed), Level = LogLevel.Error, Message = "A defect of ours kept a live event from being sent: {Type}")]
        public static partial void EventFailed(ILogger logger, string type);
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage;
using LumenArgus.Storage.Findings;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Dashboard.Live;

/// <summary>
/// Turns what happens into live events, on a thread of its own: the exchange pays for putting its record into a queue. A full queue loses events, and says so with a
/// <c>reset</c>, by which pages read again.
/// </summary>
internal sealed partial class LiveBroadcaster : IExchangeSink, IFindingObserver, ILiveEvents, IAsyncDisposable
{
    private const int MaxWaiting = 10_000;
    private const int MaxToolCalls = 20;
    private const int SignsPerHeartbeat = 6;

    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(5);

    private readonly LiveHub _hub;
    private readonly TimeProvider _clock;
    private readonly bool _hasStore;
    private readonly ILogger _logger;
    private readonly Channel<object> _waiting = Channel.CreateBounded<object>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly CancellationTokenSource _ending = new();
    private readonly Task _sending;
    private readonly ITimer _signs;
    private int _hasLost;
    private int _signsSent;

    public LiveBroadcaster(LiveHub hub, LiveThread thread, TimeProvider clock, ILogger<LiveBroadcaster> logger, StoreOptions? store = null)
    {
        (_hub, _clock, _hasStore, _logger) = (hub, clock, store is not null, logger);
        _sending = thread.RunAsync(SendAsync);
        _signs = clock.CreateTimer(static state => ((LiveBroadcaster)state!).ShowLife(), this, SignOfLife, SignOfLife);
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

    public void Publish(string name, Action<Utf8JsonWriter>? write = null) => Add(LiveNews.Made(name, write));

    public async ValueTask DisposeAsync()
    {
        // The container asks once for each service that this is.
        if (!_waiting.Writer.TryComplete())
        {
            await _sending;
            return;
        }

        await _ending.CancelAsync();
        await _sending;
        await _signs.DisposeAsync();
        _ending.Dispose();
    }

    // What waits to be told is alive for a quarter of a second, which in a flood is most of what each collection of garbage has to copy.
    private void Add(object told)
    {
        if (!_hub.TrySkip() && !_waiting.Writer.TryWrite(told))
        {
            Interlocked.Exchange(ref _hasLost, 1);
        }
    }

    private async Task SendAsync()
    {
        var pace = new LivePace(_clock);
        List<LiveNews> news = [];
        while (await _waiting.Reader.WaitToReadAsync())
        {
            if (Interlocked.Exchange(ref _hasLost, 0) == 1)
            {
                news.Add(new LiveNews("reset", Write: null));
            }

            while (_waiting.Reader.TryRead(out var told))
            {
                news.AddRange(NewsOf(told));
            }

            Send(LiveFlood.Thin(news));
            news.Clear();
            await Task.Delay(pace.Next(), _clock, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Background loop: one event that cannot be written must not end all others.")]
    private void Send(IReadOnlyList<LiveNews> news)
    {
        List<(string, byte[])> events = new(news.Count);
        foreach (var one in news)
        {
            try
            {
                events.Add((one.Name, one.ToJson()));
            }
            catch (Exception failure)
            {
                Log.EventFailed(_logger, failure.GetType().Name);
            }
        }

        _hub.Send(events);
    }

    private IEnumerable<LiveNews> NewsOf(object told)
    {
        switch (told)
        {
            case LiveNews made:
                yield return made;
                break;
            case FindingRow row:
                yield return new LiveNews("finding", json => LiveJson.WriteFinding(json, row));
                break;
            case ExchangeRecord record:
                // With a database only what is new in it is told, with its number.
                foreach (var finding in _hasStore ? [] : record.Scan.Findings)
                {
                    yield return new LiveNews("finding", json => LiveJson.WriteFinding(json, record, finding));
                }

                if (!record.IsResponse || !record.Scan.Findings.IsEmpty)
                {
                    yield return new LiveNews("scan", json => LiveJson.WriteScan(json, record), IsRequest: !record.IsResponse);
                }

                foreach (var tool in record.IsResponse ? [] : record.Mcp?.Tools.Take(MaxToolCalls) ?? [])
                {
                    yield return new LiveNews("mcp_tool_call", json => LiveJson.WriteToolCall(json, record, tool));
                }

                break;
        }
    }

    private void ShowLife()
    {
        if (++_signsSent % SignsPerHeartbeat == 0)
        {
            _hub.Say(Encoding.UTF8.GetBytes($"event: heartbeat\ndata: {{\"time\":\"{_clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)}\"}}\n\n"));
        }
        else
        {
            _hub.Say(":\n\n"u8.ToArray());
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 5020, EventName = nameof(EventFailed), Level = LogLevel.Error, Message = "A defect of ours kept a live event from being sent: {Type}")]
        public static partial void EventFailed(ILogger logger, string type);
    }
}

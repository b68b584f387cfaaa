using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Records;
using LumenArgus.PluginRuntime.Invocation;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Notifications;

/// <summary>
/// Tells receivers of findings. An exchange pays for putting its record into a queue; a task of its own chooses who hears of it, and each receiver has a task that sends. A plugin's dispatcher
/// takes the place of that choice.
/// </summary>
public sealed partial class NotificationDispatcher : IExchangeSink, IAsyncDisposable
{
    private const int MaxWaiting = 2_000;

    private static readonly TimeSpan DispatcherBudget = TimeSpan.FromSeconds(30);

    private readonly CurrentGeneration _current;
    private readonly ChannelDirectory _channels;
    private readonly ChannelNotifiers _notifiers;
    private readonly ChannelHealth _health;
    private readonly PluginInvoker _invoker;
    private readonly ILiveEvents _live;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ReceiverOptions _options;
    private readonly Channel<ExchangeRecord> _waiting = Channel.CreateBounded<ExchangeRecord>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly ConcurrentDictionary<string, Receiver> _receivers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _figures = new();
    private readonly Task _dispatching;
    private NotificationFigures _gone;
    private long _shed;
    private int _isDrained;

    /// <summary>Begins to wait for findings.</summary>
    public NotificationDispatcher(
        CurrentGeneration current,
        ChannelDirectory channels,
        ChannelNotifiers notifiers,
        ChannelHealth health,
        PluginInvoker invoker,
        ILiveEvents live,
        TimeProvider clock,
        ILogger<NotificationDispatcher> logger)
        : this(current, channels, notifiers, health, invoker, live, clock, logger, new ReceiverOptions())
    {
    }

    internal NotificationDispatcher(
        CurrentGeneration current,
        ChannelDirectory channels,
        ChannelNotifiers notifiers,
        ChannelHealth health,
        PluginInvoker invoker,
        ILiveEvents live,
        TimeProvider clock,
        ILogger<NotificationDispatcher> logger,
        ReceiverOptions options)
    {
        (_current, _channels, _notifiers, _health, _invoker, _live, _clock, _logger, _options) = (current, channels, notifiers, health, invoker, live, clock, logger, options);
        channels.Changed += OnChannelsChanged;
        _dispatching = Task.Run(DispatchAllAsync);
    }

    /// <inheritdoc/>
    public ValueTask DecidedAsync(ExchangeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!record.Scan.Findings.IsEmpty && HasReceivers && !_waiting.Writer.TryWrite(record))
        {
            Interlocked.Increment(ref _shed);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void Completed(ExchangeRecord record)
    {
        // Everything was said with the decision.
    }

    /// <summary>How a channel does.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>What became of its messages.</returns>
    public ReceiverState StateOf(NotificationChannel channel) => _receivers.GetValueOrDefault(KeyOf(channel))?.State ?? ReceiverState.None;

    /// <summary>What became of all messages.</summary>
    /// <returns>The figures; those that only grow never fall.</returns>
    public NotificationFigures GetFigures()
    {
        lock (_figures)
        {
            var all = _gone;
            foreach (var receiver in _receivers.Values)
            {
                all = Add(all, receiver.State);
            }

            return all with { Shed = all.Shed + Interlocked.Read(ref _shed), Waiting = all.Waiting + _waiting.Reader.Count };
        }
    }

    /// <summary>What was held back and has not been told, over all receivers.</summary>
    /// <returns>Counts by detector and type, joined by a colon.</returns>
    public IReadOnlyDictionary<string, long> GetSuppressed() => _receivers.Values
        .SelectMany(static receiver => receiver.Suppressed)
        .GroupBy(static kind => $"{kind.Detector}:{kind.Type}", StringComparer.Ordinal)
        .ToDictionary(static kind => kind.Key, static kind => kind.Sum(static each => each.Count), StringComparer.Ordinal);

    /// <summary>Tries a channel with a made-up finding, once.</summary>
    /// <param name="channel">The channel, switched on or not.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    /// <returns>What became of it.</returns>
    public Task<DeliveryResult> TestAsync(NotificationChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return ReceiverOf(channel).SendNowAsync(TestMessage.Of(_clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Takes nothing more, and sends what waits as far as the time goes.</summary>
    /// <param name="patience">The time.</param>
    /// <returns>A task that ends when nothing is sent any more.</returns>
    public async Task DrainAsync(TimeSpan patience)
    {
        if (Interlocked.Exchange(ref _isDrained, 1) != 0)
        {
            return;
        }

        _channels.Changed -= OnChannelsChanged;
        _waiting.Writer.TryComplete();
        using var deadline = new CancellationTokenSource(patience, _clock);
        await using (deadline.Token.Register(static stopping => ((CancellationTokenSource)stopping!).Cancel(), _stopping))
        {
            await _dispatching;
            var left = (await Task.WhenAll(_receivers.Values.Select(receiver => receiver.DrainAsync(deadline.Token)))).Sum() + _waiting.Reader.Count;
            if (left > 0)
            {
                Log.NotSent(_logger, left);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // More than once: it is registered under two types.
        await DrainAsync(TimeSpan.Zero);
        foreach (var key in _receivers.Keys.ToList())
        {
            if (_receivers.TryRemove(key, out var receiver))
            {
                await receiver.DisposeAsync();
            }
        }

        _stopping.Dispose();
    }

    /// <summary>What the receiver of a channel is called.</summary>
    internal static string KeyOf(NotificationChannel channel) => $"channel {channel.Row.Name}";

    /// <summary>What a receiver without a channel is called.</summary>
    internal static string KeyOf(string pluginId, string notifier) => $"notifier {pluginId} {notifier}";

    // Until the channels are read for the first time there may be any.
    private bool HasReceivers => !_channels.Loaded.IsCompleted
        || _channels.Channels.Any(static channel => channel.Row.Enabled)
        || _current.Peek?.Plugins.Active.Any(static plugin => plugin.Contributions is { Dispatcher: not null } or { Notifiers.IsEmpty: false }) == true;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Background loop: one record that cannot be told must not end all others.")]
    private async Task DispatchAllAsync()
    {
        try
        {
            await _channels.Loaded.WaitAsync(_stopping.Token);
            await foreach (var record in _waiting.Reader.ReadAllAsync(_stopping.Token))
            {
                try
                {
                    await DispatchAsync(ExchangeNotice.Of(record));
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    Log.DispatchFailed(_logger, failure.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The time of the product is over.
        }
    }

    private async Task DispatchAsync(ExchangeNotice notice)
    {
        if (await TryPluginAsync(notice))
        {
            return;
        }

        var cooldown = _current.Peek?.Config.Notifications.Cooldown ?? TimeSpan.Zero;
        foreach (var channel in _channels.Channels.Where(static channel => channel.Row.Enabled))
        {
            ReceiverOf(channel).Offer(notice, ReceiverFilter.Of(channel.Row), cooldown);
        }

        foreach (var (pluginId, name) in Notifiers())
        {
            ReceiverOf(pluginId, name).Offer(notice, ReceiverFilter.Default, cooldown);
        }
    }

    private async Task<bool> TryPluginAsync(ExchangeNotice notice)
    {
        using var lease = _current.Acquire();
        if (lease?.Generation.Plugins.Active.FirstOrDefault(static plugin => plugin.Contributions.Dispatcher is not null) is not { } plugin || !plugin.TryAddReference())
        {
            return false;
        }

        // The plugin alone is held while it works.
        lease.Dispose();
        var channels = new ChannelSender(
            [.. _channels.Channels.Where(static channel => channel.Row.Enabled)], (channel, notification, token) => ReceiverOf(channel).SendNowAsync(notification, token));
        try
        {
            var dispatcher = plugin.Contributions.Dispatcher!;
            var result = await _invoker.InvokeAsync(
                new PluginCall(plugin, "dispatch") { IsOutsideTraffic = true },
                async token =>
                {
                    await dispatcher.DispatchAsync(notice.With(notice.Findings), channels, token);
                    return true;
                },
                DispatcherBudget,
                _stopping.Token);
            return result.Status is PluginCallStatus.Ok or PluginCallStatus.Cancelled;
        }
        finally
        {
            channels.End();
            plugin.Release();
        }
    }

    private List<(string PluginId, string Name)> Notifiers()
    {
        using var lease = _current.Acquire();
        return lease is null ? [] : [.. lease.Generation.Plugins.Active.SelectMany(static plugin => plugin.Contributions.Notifiers.Select(notifier => (plugin.Id, notifier.Name)))];
    }

    // By its name: what it sends with is what its row says then.
    private Receiver ReceiverOf(NotificationChannel channel)
    {
        var name = channel.Row.Name;
        return ReceiverOf(KeyOf(channel), (notification, token) => _channels.Channels.FirstOrDefault(each => each.Row.Name == name) switch
        {
            null => Task.FromResult(DeliveryResult.Refused("There is no such channel any more.")),
            { Row.Enabled: false } when !notification.IsTest => Task.FromResult(DeliveryResult.Refused("The channel was switched off before the message was sent.")),
            var now => _notifiers.SendAsync(now, notification, token),
        });
    }

    private Receiver ReceiverOf(string pluginId, string name) =>
        ReceiverOf(KeyOf(pluginId, name), (notification, token) => _notifiers.SendAsync(pluginId, name, notification, token));

    private Receiver ReceiverOf(string key, Func<Notification, CancellationToken, Task<DeliveryResult>> send)
    {
        lock (_figures)
        {
            return _receivers.TryGetValue(key, out var known)
                ? known
                : _receivers[key] = new Receiver(send, _options, _clock, () => _live.Publish("channels"), problem => _health.Record(key, problem));
        }
    }

    private void OnChannelsChanged()
    {
        var there = _channels.Channels.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        foreach (var key in _receivers.Keys.Where(key => key.StartsWith("channel ", StringComparison.Ordinal) && !there.Contains(key)).ToList())
        {
            Receiver? receiver;
            lock (_figures)
            {
                if (_receivers.TryRemove(key, out receiver))
                {
                    _gone = Add(_gone, receiver.State) with { Waiting = 0 };
                }
            }

            _ = receiver?.DisposeAsync().AsTask();
        }

        _live.Publish("channels");
    }

    private static NotificationFigures Add(NotificationFigures all, ReceiverState state) => new(
        all.Sent + state.Sent, all.Failed + state.Failed, all.Shed + state.Shed, all.Suppressed + state.Suppressed, all.Waiting + state.Waiting);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2122, EventName = nameof(DispatchFailed), Level = LogLevel.Error, Message = "A defect of ours kept findings from being told: {Type}")]
        public static partial void DispatchFailed(ILogger logger, string type);

        [LoggerMessage(EventId = 2123, EventName = nameof(NotSent), Level = LogLevel.Warning, Message = "The process ends and {Count} notification(s) were not sent")]
        public static partial void NotSent(ILogger logger, int count);
    }
}

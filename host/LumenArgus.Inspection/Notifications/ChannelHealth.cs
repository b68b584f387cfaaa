using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Notifications;

/// <summary>
/// Says in <c>/health</c> and in the log which receivers hear nothing, since an alarm that is never raised is what nobody notices: channels that cannot send, asked of their plugins with each
/// generation and each change, and receivers whose last message was given up.
/// </summary>
public sealed partial class ChannelHealth : IDisposable
{
    private const string HealthKey = "notifications sent";

    private readonly CurrentGeneration _current;
    private readonly ChannelDirectory _channels;
    private readonly ChannelNotifiers _notifiers;
    private readonly HealthReasons _health;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _lock = new();
    private ImmutableSortedDictionary<string, string> _unusable = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, string> _givenUp = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private int _isDisposed;

    /// <summary>Begins to look at the channels.</summary>
    public ChannelHealth(CurrentGeneration current, ChannelDirectory channels, ChannelNotifiers notifiers, HealthReasons health, ILogger<ChannelHealth> logger)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(channels);
        (_current, _channels, _notifiers, _health, _logger) = (current, channels, notifiers, health, logger);
        current.Changed += OnGeneration;
        channels.Changed += Check;
        Check();
    }

    /// <summary>Notes what became of a message for good.</summary>
    /// <param name="receiver">Who it was for, as people know it: <c>channel team</c>.</param>
    /// <param name="problem">Why it was given up; null if it arrived.</param>
    public void Record(string receiver, string? problem)
    {
        var isThere = Receivers().Contains(receiver);
        lock (_lock)
        {
            var isNews = isThere && (problem is null) == _givenUp.ContainsKey(receiver);
            _givenUp = isThere && problem is not null ? _givenUp.SetItem(receiver, problem) : _givenUp.Remove(receiver);
            Show();
            if (isNews && problem is not null)
            {
                Log.GivenUp(_logger, receiver, problem);
            }
            else if (isNews)
            {
                Log.Arrives(_logger, receiver);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _current.Changed -= OnGeneration;
            _channels.Changed -= Check;
        }
    }

    private void OnGeneration(Generation generation) => Check();

    private void Check() => _ = Task.Run(CheckAsync);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Background loop: a look that fails must not end the process, and the next change looks again.")]
    private async Task CheckAsync()
    {
        await _gate.WaitAsync();
        try
        {
            var unusable = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var channel in _channels.Channels.Where(static channel => channel.Row.Enabled))
            {
                if (await _notifiers.CheckAsync(channel, CancellationToken.None) is { } problem)
                {
                    unusable.Add(NotificationDispatcher.KeyOf(channel), problem);
                }
            }

            var receivers = Receivers();
            lock (_lock)
            {
                foreach (var (receiver, problem) in unusable.Except(_unusable))
                {
                    Log.CannotSend(_logger, receiver, problem);
                }

                _unusable = unusable.ToImmutable();
                _givenUp = _givenUp.RemoveRange(_givenUp.Keys.Where(receiver => !receivers.Contains(receiver)));
                Show();
            }
        }
        catch (Exception failure)
        {
            Log.NotChecked(_logger, failure.GetType().Name);
        }
        finally
        {
            _gate.Release();
        }
    }

    // One that was switched off or removed while a message was under way is not missed.
    private HashSet<string> Receivers()
    {
        using var lease = _current.Acquire();
        return
        [
            .. _channels.Channels.Where(static channel => channel.Row.Enabled).Select(NotificationDispatcher.KeyOf),
            .. lease?.Generation.Plugins.Active.SelectMany(static plugin => plugin.Contributions.Notifiers.Select(notifier => NotificationDispatcher.KeyOf(plugin.Id, notifier.Name))) ?? [],
        ];
    }

    // What cannot send is said once, not again with the message that it could not send.
    private void Show() => _health.Set(HealthKey, (_unusable.Count, _givenUp.Count) is (0, 0) ? null : string.Join("; ",
    [
        .. _unusable.Select(static each => $"{each.Key} cannot send: {each.Value}"),
        .. _givenUp.Where(each => !_unusable.ContainsKey(each.Key)).Select(static each => $"{each.Key} hears nothing, its last message was given up: {each.Value}"),
    ]));

    private static partial class Log
    {
        [LoggerMessage(EventId = 2124, EventName = nameof(CannotSend), Level = LogLevel.Warning, Message = "Notifications: {Receiver} cannot send: {Problem}")]
        public static partial void CannotSend(ILogger logger, string receiver, string problem);

        [LoggerMessage(EventId = 2125, EventName = nameof(GivenUp), Level = LogLevel.Warning, Message = "Notifications: {Receiver} hears nothing, a message was given up: {Problem}")]
        public static partial void GivenUp(ILogger logger, string receiver, string problem);

        [LoggerMessage(EventId = 2126, EventName = nameof(Arrives), Level = LogLevel.Information, Message = "Notifications: messages reach {Receiver} again")]
        public static partial void Arrives(ILogger logger, string receiver);

        [LoggerMessage(EventId = 2127, EventName = nameof(NotChecked), Level = LogLevel.Error, Message = "A defect of ours kept the channels for notifications from being checked: {Type}")]
        public static partial void NotChecked(ILogger logger, string type);
    }
}

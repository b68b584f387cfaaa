using System.Collections.Immutable;
using System.Threading.Channels;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Notifications;

/// <summary>
/// One receiver of messages, with what it was told, what waits for it and how it does. It has a task of its own, so that one that is slow or away holds up no other. It keeps nothing of a
/// plugin: that is found anew for each attempt.
/// </summary>
internal sealed class Receiver : IAsyncDisposable
{
    // What the host reports of itself comes with every request while its cause lasts.
    private static readonly TimeSpan HostCooldown = TimeSpan.FromMinutes(1);

    private readonly Func<Notification, CancellationToken, Task<DeliveryResult>> _send;
    private readonly ReceiverOptions _options;
    private readonly TimeProvider _clock;
    private readonly Action _changed;
    private readonly Action<string?> _ended;
    private readonly Cooldown _cooldown;
    private readonly CircuitBreaker _circuit;
    private readonly Channel<Message> _waiting;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _drain = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _draining;
    private readonly CancellationToken _stopped;
    private readonly Task _sending;
    private CancellationTokenSource _wake = new();
    private ReceiverState _state = ReceiverState.None;
    private int _left;

    /// <param name="send">Makes one attempt; never throws.</param>
    /// <param name="options">How attempts are repeated.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="changed">Told of each attempt.</param>
    /// <param name="ended">Told of each message that will not be tried again: why it was given up, or null if it arrived.</param>
    public Receiver(Func<Notification, CancellationToken, Task<DeliveryResult>> send, ReceiverOptions options, TimeProvider clock, Action changed, Action<string?> ended)
    {
        (_send, _options, _clock, _changed, _ended) = (send, options, clock, changed, ended);
        (_draining, _stopped) = (_drain.Token, _stop.Token);
        _cooldown = new Cooldown(clock);
        _circuit = new CircuitBreaker(options, clock);
        _waiting = Channel.CreateBounded<Message>(new BoundedChannelOptions(options.MaxWaiting) { SingleReader = true });
        _sending = Task.Run(SendAllAsync);
    }

    public ReceiverState State
    {
        get
        {
            lock (_lock)
            {
                return _state with { Waiting = _waiting.Reader.Count, Suppressed = _cooldown.SuppressedTotal, PausedUntil = _circuit.OpenUntil };
            }
        }
    }

    /// <summary>What was held back and has not been told.</summary>
    public ImmutableArray<SuppressedFindings> Suppressed => _cooldown.GetSuppressed();

    /// <summary>Takes what of an exchange is news. Never waits.</summary>
    public void Offer(ExchangeNotice notice, ReceiverFilter filter, TimeSpan cooldown)
    {
        var told = new List<NoticedFinding>();
        var kinds = new Dictionary<FindingKind, int>();
        foreach (var kind in notice.Findings.Where(filter.Accepts).GroupBy(static finding => finding.Kind))
        {
            var findings = kind.ToList();
            var time = findings[0].IsOfTheHost && cooldown < HostCooldown ? HostCooldown : cooldown;
            if (_cooldown.TryTake(kind.Key, findings[0].Rank, findings.Count, time))
            {
                told.AddRange(findings);
                kinds.Add(kind.Key, findings.Count);
            }
        }

        if (told.Count > 0 && !_waiting.Writer.TryWrite(new Message(notice.With(told), kinds)))
        {
            _cooldown.TakeBack(kinds);
            Change(static state => state with { Shed = state.Shed + 1 });
        }
    }

    /// <summary>Makes one attempt at once, whatever waits. One that succeeds ends a pause.</summary>
    public async Task<DeliveryResult> SendNowAsync(Notification notification, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopped);
        var result = await _send(notification, linked.Token);
        if (result.Status == DeliveryStatus.Sent || !notification.IsTest)
        {
            Ended(result);
        }

        Record(result, isGivenUp: result.Status != DeliveryStatus.Sent);
        if (result.Status == DeliveryStatus.Sent)
        {
            _circuit.Succeeded();
            await Interlocked.Exchange(ref _wake, new CancellationTokenSource()).CancelAsync();
        }

        return result;
    }

    /// <summary>Takes nothing more and makes one last attempt for what waits, without the waits between attempts.</summary>
    /// <param name="deadline">Cancelled when the time is over: what is left then stays unsent.</param>
    /// <returns>How many messages were not sent.</returns>
    public async Task<int> DrainAsync(CancellationToken deadline)
    {
        _waiting.Writer.TryComplete();
        await _drain.CancelAsync();
        await using (deadline.Register(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop))
        {
            await _sending;
        }

        return _left;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DrainAsync(new CancellationToken(canceled: true));
        _drain.Dispose();
        _stop.Dispose();
    }

    private async Task SendAllAsync()
    {
        await foreach (var message in _waiting.Reader.ReadAllAsync())
        {
            _left += !await TrySendAsync(message) && _draining.IsCancellationRequested ? 1 : 0;
        }
    }

    private async Task<bool> TrySendAsync(Message message)
    {
        for (var attempt = 1; ; attempt++)
        {
            while (_circuit.OpenUntil is { } end)
            {
                // Nobody waits for one that is away while the product ends.
                if (_draining.IsCancellationRequested)
                {
                    return false;
                }

                await WaitAsync(end - _clock.GetUtcNow());
            }

            if (_stopped.IsCancellationRequested)
            {
                return false;
            }

            var suppressed = _cooldown.GetSuppressed();
            var result = await _send(message.Notification with { Suppressed = suppressed }, _stopped);
            var isLast = result.Status == DeliveryStatus.Refused || attempt >= _options.MaxAttempts || _circuit.IsOnTrial || _draining.IsCancellationRequested;
            var isGivenUp = result.Status != DeliveryStatus.Sent && isLast;
            if (result.Status == DeliveryStatus.Sent)
            {
                _circuit.Succeeded();
                _cooldown.Told(suppressed);
            }
            else if (isGivenUp)
            {
                _circuit.Failed();
                _cooldown.TakeBack(message.Kinds);
            }

            if (result.Status == DeliveryStatus.Sent || isGivenUp)
            {
                Ended(result);
            }

            // Last: who sees it sees all that it means.
            Record(result, isGivenUp);
            if (result.Status == DeliveryStatus.Sent || isGivenUp)
            {
                return result.Status == DeliveryStatus.Sent;
            }

            var backOff = ReceiverOptions.BackOff(_options.FirstRetry, _options.MaxRetry, attempt);
            await WaitAsync(result.RetryAfter is { } wanted && wanted > backOff ? (wanted < _options.MaxRetry ? wanted : _options.MaxRetry) : backOff);
        }
    }

    private async Task WaitAsync(TimeSpan time)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_draining, _wake.Token);
        try
        {
            await Task.Delay(time > TimeSpan.Zero ? time : TimeSpan.Zero, _clock, ended.Token);
        }
        catch (OperationCanceledException)
        {
            // Something else has come before the end of the wait.
        }
    }

    // What the end of the product cuts says nothing of the receiver.
    private void Ended(DeliveryResult result)
    {
        if (!_stopped.IsCancellationRequested)
        {
            _ended(result.Status == DeliveryStatus.Sent ? null : result.Detail);
        }
    }

    private void Record(DeliveryResult result, bool isGivenUp) => Change(state => result.Status == DeliveryStatus.Sent
        ? state with { IsSent = true, At = _clock.GetUtcNow(), Error = null, Sent = state.Sent + 1 }
        : state with { IsSent = false, At = _clock.GetUtcNow(), Error = result.Detail, Failed = state.Failed + (isGivenUp ? 1 : 0) });

    private void Change(Func<ReceiverState, ReceiverState> change)
    {
        lock (_lock)
        {
            _state = change(_state);
        }

        _changed();
    }

    private sealed record Message(Notification Notification, IReadOnlyDictionary<FindingKind, int> Kinds);
}

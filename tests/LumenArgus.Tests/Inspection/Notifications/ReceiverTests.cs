using System.Threading.Channels;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Notifications;
using LumenArgus.Inspection.Records;
using LumenArgus.Testing;

namespace LumenArgus.Tests.Inspection.Notifications;

/// <summary>What one receiver is told, when, and how often, on a clock that moves when told.</summary>
public sealed class ReceiverTests : IAsyncDisposable
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _clock = new();
    private readonly Channel<Notification> _attempts = Channel.CreateUnbounded<Notification>();
    private readonly Channel<DeliveryResult> _results = Channel.CreateUnbounded<DeliveryResult>();
    private readonly List<string?> _ended = [];
    private readonly Receiver _receiver;

    public ReceiverTests() => _receiver = new Receiver(SendAsync, new ReceiverOptions { MaxWaiting = 3 }, _clock, static () => { }, _ended.Add);

    public async ValueTask DisposeAsync()
    {
        _results.Writer.TryComplete();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Offer_OneExchange_IsOneMessageWithTheWorstFirst()
    {
        Offer(Finding("a", Severity.Warning, PolicyAction.Alert), Finding("b", Severity.High, PolicyAction.Block), Finding("a", Severity.Critical, PolicyAction.Alert));

        var message = await NextAsync(DeliveryResult.Sent);

        message.Findings.Select(static finding => (finding.Type, finding.Severity, finding.Action)).ShouldBe([("b", "high", "block"), ("a", "critical", "alert"), ("a", "warning", "alert")]);
        message.Count.ShouldBe(3);
        message.Suppressed.ShouldBeEmpty();
        await UntilAsync(static state => state is { IsSent: true, Sent: 1, Failed: 0, Waiting: 0 });
    }

    [Fact]
    public async Task Offer_WhatTheFilterDoesNotWant_IsNotSentAndNotCounted()
    {
        var filter = new ReceiverFilter(["block"], Severity.High);
        _receiver.Offer(Notice(Finding("a", Severity.High, PolicyAction.Alert), Finding("b", Severity.Warning, PolicyAction.Block)), filter, Cooldown);
        _receiver.Offer(Notice(Finding("c", Severity.High, PolicyAction.Block), Finding("d", Severity.Info, PolicyAction.Block)), filter, Cooldown);

        (await NextAsync(DeliveryResult.Sent)).Findings.ShouldHaveSingleItem().Type.ShouldBe("c");
        _receiver.State.Suppressed.ShouldBe(0);
    }

    [Fact]
    public async Task Offer_SameKindAgain_IsToldAsANumberWithTheNextMessage()
    {
        Offer(Finding("a"));
        await NextAsync(DeliveryResult.Sent);
        Offer(Finding("a"), Finding("a"));
        Offer(Finding("a"), Finding("b"));

        var second = await NextAsync(DeliveryResult.Sent);

        second.Findings.ShouldHaveSingleItem().Type.ShouldBe("b");
        second.Suppressed.ShouldBe([new SuppressedFindings("secrets", "a", 3)]);
        await UntilAsync(static state => state.Sent == 2);
        _receiver.Suppressed.ShouldBeEmpty();
        _clock.Advance(Cooldown);
        Offer(Finding("a"));
        (await NextAsync(DeliveryResult.Sent)).Findings.ShouldHaveSingleItem().Type.ShouldBe("a");
    }

    [Fact]
    public async Task Offer_WithoutACooldown_TellsAllButWhatTheHostRepeats()
    {
        for (var i = 0; i < 3; i++)
        {
            _receiver.Offer(Notice(Finding("a"), Finding("unscanned", origin: FindingOrigin.Framework)), ReceiverFilter.Default, TimeSpan.Zero);
            (await NextAsync(DeliveryResult.Sent)).Findings.Length.ShouldBe(i == 0 ? 2 : 1);
        }
    }

    [Fact]
    public async Task Send_ThatFails_IsRepeatedWithLongerAndLongerWaits()
    {
        Offer(Finding("a"));
        foreach (var wait in new[] { 2, 4, 8, 16 })
        {
            await NextAsync(DeliveryResult.Failed("away"));
            await WaitsAsync();
            _clock.Advance(TimeSpan.FromSeconds(wait) - TimeSpan.FromTicks(1));
            _attempts.Reader.Count.ShouldBe(0);
            _receiver.State.ShouldSatisfyAllConditions(
                static state => state.IsSent.ShouldBe(false), static state => state.Error.ShouldBe("away"), static state => state.Failed.ShouldBe(0));
            _clock.Advance(TimeSpan.FromTicks(1));
        }

        await NextAsync(DeliveryResult.Failed("away"));

        await UntilAsync(static state => state is { Failed: 1, Sent: 0 });
        _receiver.Suppressed.ShouldBe([new SuppressedFindings("secrets", "a", 1)]);

        // What was not told is news again, and said.
        Offer(Finding("a"));
        (await NextAsync(DeliveryResult.Sent)).Suppressed.ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_ReceiverAsksForTime_IsGivenItUpToAMinute()
    {
        Offer(Finding("a"));
        await NextAsync(DeliveryResult.Failed("busy") with { RetryAfter = TimeSpan.FromSeconds(30) });
        await WaitsAsync();
        _clock.Advance(TimeSpan.FromSeconds(29));
        _attempts.Reader.Count.ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await NextAsync(DeliveryResult.Failed("busy") with { RetryAfter = TimeSpan.FromDays(1) });
        await WaitsAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await NextAsync(DeliveryResult.Sent);
    }

    [Fact]
    public async Task Send_ThatIsRefused_IsNotRepeated()
    {
        Offer(Finding("a"));
        await NextAsync(DeliveryResult.Refused("no such hook"));

        await UntilAsync(static state => state is { Failed: 1, Error: "no such hook" });
        _clock.ArmedTimers.ShouldBe(0);
    }

    [Fact]
    public async Task Ended_IsToldOfWhatWasGivenUpAndOfWhatArrived_NotOfAttemptsAndTests()
    {
        Offer(Finding("a"));
        await NextAsync(DeliveryResult.Failed("away"));
        await WaitsAsync();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await NextAsync(DeliveryResult.Refused("no such hook"));
        await UntilAsync(static state => state.Failed == 1);
        var test = _receiver.SendNowAsync(TestMessage.Of(_clock.GetUtcNow()), CancellationToken.None);
        await NextAsync(DeliveryResult.Refused("still none"));
        await test;
        Offer(Finding("b"));
        await NextAsync(DeliveryResult.Sent);
        await UntilAsync(static state => state.Sent == 1);

        _ended.ShouldBe(["no such hook", null]);
    }

    [Fact]
    public async Task Send_GivenUpThreeTimes_LeavesTheReceiverAloneForLongerAndLonger()
    {
        await FailThreeTimesAsync();
        _receiver.State.PausedUntil.ShouldBe(_clock.GetUtcNow() + TimeSpan.FromMinutes(1));

        // One attempt behind each pause, though what is tried would else be repeated.
        Offer(Finding("x"));
        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            await WaitsAsync();
            _clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromTicks(1));
            _attempts.Reader.Count.ShouldBe(0);
            _clock.Advance(TimeSpan.FromTicks(1));
            var failed = _receiver.State.Failed;
            await NextAsync(DeliveryResult.Failed("away"));
            await UntilAsync(state => state.Failed == failed + 1);
            Offer(Finding("x"));
        }

        await WaitsAsync();
        _clock.Advance(TimeSpan.FromMinutes(15));
        await NextAsync(DeliveryResult.Sent);
        await UntilAsync(static state => state.PausedUntil is null);
        Offer(Finding("y"));
        await NextAsync(DeliveryResult.Sent);
    }

    [Fact]
    public async Task SendNow_ThatArrives_EndsThePause()
    {
        await FailThreeTimesAsync();
        Offer(Finding("x"));
        await WaitsAsync();

        var test = _receiver.SendNowAsync(Notice(Finding("test")).With([]), CancellationToken.None);
        await NextAsync(DeliveryResult.Sent);

        (await test).Status.ShouldBe(DeliveryStatus.Sent);
        (await NextAsync(DeliveryResult.Sent)).Findings.ShouldHaveSingleItem().Type.ShouldBe("x");
    }

    [Fact]
    public async Task Offer_MoreThanCanWait_IsCountedAndSaid()
    {
        Offer(Finding("first"));
        await _attempts.Reader.ReadAsync(new CancellationTokenSource(Limit).Token);
        foreach (var type in new[] { "a", "b", "c", "d", "e" })
        {
            Offer(Finding(type));
        }

        _receiver.State.ShouldSatisfyAllConditions(static state => state.Waiting.ShouldBe(3), static state => state.Shed.ShouldBe(2));
        _results.Writer.TryWrite(DeliveryResult.Sent);

        (await NextAsync(DeliveryResult.Sent)).Suppressed.Select(static kind => kind.Type).ShouldBe(["d", "e"], ignoreOrder: true);
    }

    [Fact]
    public async Task Drain_WhatWaits_GetsOneAttemptWithoutWaits()
    {
        Offer(Finding("a"));
        await NextAsync(DeliveryResult.Failed("away"));
        await WaitsAsync();
        Offer(Finding("b"));

        var drained = _receiver.DrainAsync(CancellationToken.None);
        (await NextAsync(DeliveryResult.Sent)).Findings.ShouldHaveSingleItem().Type.ShouldBe("a");
        (await NextAsync(DeliveryResult.Failed("away"))).Findings.ShouldHaveSingleItem().Type.ShouldBe("b");

        (await drained.WaitAsync(Limit)).ShouldBe(1);
        Offer(Finding("c"));
        _attempts.Reader.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Drain_NoTimeLeft_EndsAtOnce()
    {
        Offer(Finding("a"));
        Offer(Finding("b"));
        await _attempts.Reader.ReadAsync(new CancellationTokenSource(Limit).Token);

        (await _receiver.DrainAsync(new CancellationToken(canceled: true)).WaitAsync(Limit)).ShouldBe(2);
    }

    private static NoticedFinding Finding(
        string type, Severity severity = Severity.High, PolicyAction action = PolicyAction.Alert, FindingOrigin origin = FindingOrigin.Detector) =>
        Notice(new Finding { Detector = "secrets", Type = type, Severity = severity, Location = "x", Action = action, Origin = origin }).Findings.Single();

    private static ExchangeNotice Notice(params Finding[] findings) => ExchangeNotice.Of(new ExchangeRecord
    {
        RequestId = 1,
        ExchangeId = Guid.NewGuid(),
        Timestamp = DateTimeOffset.UnixEpoch,
        Method = "POST",
        Path = "/v1/messages",
        Provider = "anthropic",
        Passed = true,
        Scan = new ScanResult { Findings = [.. findings] },
    });

    private static ExchangeNotice Notice(params NoticedFinding[] findings) =>
        Notice(Array.Empty<Finding>()) with { Findings = [.. findings.OrderByDescending(static finding => finding.Rank)] };

    private void Offer(params NoticedFinding[] findings) => _receiver.Offer(Notice(findings), ReceiverFilter.Default, Cooldown);

    private async Task<DeliveryResult> SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        _attempts.Writer.TryWrite(notification);
        try
        {
            return await _results.Reader.ReadAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is OperationCanceledException or ChannelClosedException)
        {
            return DeliveryResult.Failed("given up");
        }
    }

    private async Task<Notification> NextAsync(DeliveryResult result)
    {
        using var limit = new CancellationTokenSource(Limit);
        var attempt = await _attempts.Reader.ReadAsync(limit.Token);
        _results.Writer.TryWrite(result);
        return attempt;
    }

    private async Task FailThreeTimesAsync()
    {
        for (var i = 1; i <= 3; i++)
        {
            Offer(Finding($"a{i}"));
            await NextAsync(DeliveryResult.Refused("no"));
            await UntilAsync(state => state.Failed == i);
        }
    }

    // Its task waits on the clock.
    private Task WaitsAsync() => UntilAsync(_ => _clock.ArmedTimers > 0);

    private async Task UntilAsync(Func<ReceiverState, bool> isReached)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!isReached(_receiver.State))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

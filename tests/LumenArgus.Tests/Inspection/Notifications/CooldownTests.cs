using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Notifications;
using LumenArgus.Testing;

namespace LumenArgus.Tests.Inspection.Notifications;

public sealed class CooldownTests
{
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(5);
    private static readonly FindingKind Key = new("secrets", "aws_access_key");
    private static readonly FindingKind Address = new("pii", "email");

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void TryTake_SameKindWithinTheTime_IsHeldBackAndCounted()
    {
        var cooldown = new Cooldown(_clock);

        cooldown.TryTake(Key, rank: 2, count: 1, Time).ShouldBeTrue();
        cooldown.TryTake(Key, rank: 2, count: 3, Time).ShouldBeFalse();
        cooldown.TryTake(Address, rank: 0, count: 1, Time).ShouldBeTrue();
        _clock.Advance(Time - TimeSpan.FromTicks(1));
        cooldown.TryTake(Key, rank: 1, count: 1, Time).ShouldBeFalse();

        cooldown.GetSuppressed().ShouldBe([new SuppressedFindings("secrets", "aws_access_key", 4)]);
        cooldown.SuppressedTotal.ShouldBe(4);
        _clock.Advance(TimeSpan.FromTicks(1));
        cooldown.TryTake(Key, rank: 0, count: 1, Time).ShouldBeTrue();
    }

    [Fact]
    public void TryTake_SomethingWorse_IsNews()
    {
        var cooldown = new Cooldown(_clock);

        cooldown.TryTake(Key, rank: 2, count: 1, Time).ShouldBeTrue();
        cooldown.TryTake(Key, rank: 3, count: 1, Time).ShouldBeTrue();
        cooldown.TryTake(Key, rank: 3, count: 1, Time).ShouldBeFalse();
    }

    [Fact]
    public void Told_WhatCameMeanwhile_IsStillCounted()
    {
        var cooldown = new Cooldown(_clock);
        cooldown.TryTake(Key, rank: 2, count: 1, Time);
        cooldown.TryTake(Key, rank: 2, count: 2, Time);
        var sent = cooldown.GetSuppressed();

        cooldown.TryTake(Key, rank: 2, count: 1, Time);
        cooldown.Told(sent);

        cooldown.GetSuppressed().ShouldBe([new SuppressedFindings("secrets", "aws_access_key", 1)]);
    }

    [Fact]
    public void TakeBack_WhatDidNotArrive_IsNewsAgainAndCounted()
    {
        var cooldown = new Cooldown(_clock);
        cooldown.TryTake(Key, rank: 2, count: 2, Time);

        cooldown.TakeBack([KeyValuePair.Create(Key, 2)]);

        cooldown.GetSuppressed().ShouldBe([new SuppressedFindings("secrets", "aws_access_key", 2)]);
        cooldown.TryTake(Key, rank: 2, count: 1, Time).ShouldBeTrue();
    }

    [Fact]
    public void TryTake_ManyKinds_StaysBoundedAndTellsAll()
    {
        var cooldown = new Cooldown(_clock);

        Enumerable.Range(0, 20_000).Count(number => cooldown.TryTake(new FindingKind("d", $"t{number}"), rank: 0, count: 1, Time)).ShouldBe(20_000);
    }
}

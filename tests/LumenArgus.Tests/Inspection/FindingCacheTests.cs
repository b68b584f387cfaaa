using System.Globalization;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage.Findings;
using LumenArgus.Testing;

namespace LumenArgus.Tests.Inspection;

public sealed class FindingCacheTests
{
    private static readonly TimeSpan Ttl = TimeSpan.FromHours(1);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Full_ForgetsWhatWasSeenLongestAgo()
    {
        var cache = new FindingCache(2, _clock);
        cache.Add(new FindingTicket("a", "s"));
        cache.Add(new FindingTicket("b", "s"));
        cache.Seen("a", "s", Ttl).ShouldNotBeNull();
        cache.Add(new FindingTicket("c", "s"));

        cache.Count.ShouldBe(2);
        cache.Seen("b", "s", Ttl).ShouldBeNull();
        cache.Seen("a", "s", Ttl).ShouldNotBeNull();
        cache.Seen("c", "s", Ttl).ShouldNotBeNull();
        _clock.Advance(Ttl);
        cache.Seen("x", "s", Ttl).ShouldBeNull();
        cache.Count.ShouldBe(0);
    }

    [Fact]
    public void Seen_OfWhatWaits_IsItsOwnTicket()
    {
        var cache = new FindingCache(2, _clock);
        var ticket = new FindingTicket("a", "s", "plugin");
        cache.Add(ticket);

        // It takes its sights with it; a ticket of its row would be counted in front of it.
        cache.Seen("a", "s", Ttl).ShouldBeSameAs(ticket);
        ticket.SetState(FindingState.Recorded);
        var written = cache.Seen("a", "s", Ttl).ShouldNotBeNull();
        (written.ContentHash, written.SessionId, written.Place, written.State).ShouldBe(("a", "s", "plugin", FindingState.Recorded));
    }

    [Fact]
    public void Lost_BehindOneThatWaits_IsForgotten()
    {
        var cache = new FindingCache(3, _clock);
        FindingTicket[] tickets = [new("a", "s"), new("b", "s"), new("c", "s", state: FindingState.Lost)];
        foreach (var ticket in tickets)
        {
            cache.Add(ticket);
        }

        tickets[1].SetState(FindingState.Lost);
        cache.Seen("b", "s", Ttl).ShouldBeNull();
        cache.Seen("c", "s", Ttl).ShouldBeNull();
        cache.Seen("a", "s", Ttl).ShouldNotBeNull();
        tickets[0].SetState(FindingState.Lost);
        cache.Seen("a", "s", Ttl).ShouldBeNull();
        cache.Count.ShouldBe(0);
    }

    /// <summary>Against the same written plainly: a list in the order of sight.</summary>
    [Fact]
    public void AnyOrderOfCalls_KnowsWhatAPlainListKnows()
    {
        const int Capacity = 20;
        var random = new Random(7);
        var cache = new FindingCache(Capacity, _clock);
        List<(string Key, FindingTicket Ticket, long SeenAt)> plain = [];
        Queue<FindingTicket> waiting = [];
        for (var i = 0; i < 20_000; i++)
        {
            var key = random.Next(60).ToString(CultureInfo.InvariantCulture);
            switch (random.Next(10))
            {
                case 0:
                    _clock.Advance(TimeSpan.FromMinutes(random.Next(10)));
                    break;
                case 1 when waiting.TryDequeue(out var ended):
                    ended.SetState(random.Next(4) == 0 ? FindingState.Lost : FindingState.Recorded);
                    break;
                default:
                    plain.RemoveAll(known => _clock.GetElapsedTime(known.SeenAt) >= Ttl);
                    var at = plain.FindIndex(known => known.Key == key);
                    var known = at < 0 ? null : plain[at].Ticket;
                    if (at >= 0)
                    {
                        plain.RemoveAt(at);
                    }

                    var expected = known is null || known.State == FindingState.Lost ? null : known;
                    var seen = cache.Seen(key, "s", Ttl);
                    (seen is null).ShouldBe(expected is null);
                    if (expected is not null)
                    {
                        seen!.State.ShouldBe(expected.State);
                        plain.Add((key, expected, _clock.GetTimestamp()));
                        break;
                    }

                    // Those that were lost and not asked for make room first.
                    plain.RemoveAll(static lost => lost.Ticket.State == FindingState.Lost);
                    var ticket = new FindingTicket(key, "s");
                    waiting.Enqueue(ticket);
                    cache.Add(ticket);
                    if (plain.Count == Capacity)
                    {
                        plain.RemoveAt(0);
                    }

                    plain.Add((key, ticket, _clock.GetTimestamp()));
                    break;
            }
        }
    }
}

using System.Text;
using LumenArgus.Dashboard.Live;
using LumenArgus.Testing;

namespace LumenArgus.Tests.Dashboard;

public sealed class LiveHubTests
{
    private static readonly byte[] Empty = "{}"u8.ToArray();

    [Fact]
    public void Send_ToMany_IsOneBuffer()
    {
        var hub = new LiveHub(TimeProvider.System);
        LiveClient[] clients = [new(), new()];
        foreach (var client in clients)
        {
            Joined(hub, client, lastId: null).ShouldBe(["connected 0"]);
        }

        hub.Send([("scan", "{\"a\":1}"u8.ToArray()), ("finding", "{\"b\":2}"u8.ToArray())]);

        var written = clients.Select(static client => client.Waiting.TryRead(out var bytes) ? bytes : default).ToList();
        written[0].ShouldBe(written[1]);
        var text = Encoding.UTF8.GetString(written[0].Span);
        text.ShouldContain("-1\nevent: scan\ndata: {\"a\":1}\n\nid: ");
        text.ShouldEndWith("-2\nevent: finding\ndata: {\"b\":2}\n\n");
    }

    [Fact]
    public void Client_ThatReadsTooSlowly_IsCutOff()
    {
        var hub = new LiveHub(TimeProvider.System);
        var isCut = false;
        var client = new LiveClient(() => isCut = true);
        hub.Join(client, lastId: null);
        for (var i = 0; i < LiveClient.MaxWaiting; i++)
        {
            hub.Send("scan", Empty);
        }

        (hub.Count, isCut).ShouldBe((1, false));
        hub.Send("scan", Empty);

        (hub.Count, isCut).ShouldBe((0, true));
        client.Waiting.TryRead(out _).ShouldBeFalse();
        client.Waiting.Completion.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Join_WithALastEvent_GivesTheRest()
    {
        var hub = new LiveHub(TimeProvider.System);
        var first = new LiveClient();
        hub.Join(first, lastId: null);
        hub.Send([("scan", Empty), ("scan", Empty)]);
        hub.Send("scan", Empty);
        var id = FirstId(first);

        // One that was cut in the middle of a write.
        Joined(hub, new LiveClient(), id).ShouldBe(["connected 1", "scan 2", "scan 3"]);
        Joined(hub, new LiveClient(), id[..^1] + "3").ShouldBe(["connected 3"]);
        Joined(hub, new LiveClient(), id[..^1] + "9").ShouldBe(["connected 3", "reset 3"]);
    }

    [Fact]
    public void Join_BehindTheRing_ReadsAgain()
    {
        var hub = new LiveHub(TimeProvider.System);
        var first = new LiveClient();
        hub.Join(first, lastId: null);
        hub.Send("scan", Empty);
        var id = FirstId(first);
        for (var i = 0; i < 1_001; i++)
        {
            hub.Send("scan", Empty);
        }

        Joined(hub, new LiveClient(), id).ShouldBe(["connected 1002", "reset 1002"]);
    }

    [Fact]
    public void TrySkip_WhileSomebodyLooksOrHasJustLeft_LeavesNothingOut()
    {
        var clock = new ManualTimeProvider();
        var hub = new LiveHub(clock);
        hub.TrySkip().ShouldBeTrue();

        var client = new LiveClient();
        hub.Join(client, lastId: null);
        hub.TrySkip().ShouldBeFalse();
        hub.Send("scan", Empty);
        var id = FirstId(client);
        hub.Leave(client);
        clock.Advance(TimeSpan.FromSeconds(59));
        hub.TrySkip().ShouldBeFalse();
        Joined(hub, new LiveClient(), id).ShouldBe(["connected 2"]);
    }

    [Fact]
    public void Join_AfterSomethingWasLeftOut_ReadsAgain()
    {
        var clock = new ManualTimeProvider();
        var hub = new LiveHub(clock);
        var client = new LiveClient();
        hub.Join(client, lastId: null);
        hub.Send("scan", Empty);
        var id = FirstId(client);
        hub.Leave(client);
        clock.Advance(TimeSpan.FromMinutes(1));
        hub.TrySkip().ShouldBeTrue();

        Joined(hub, new LiveClient(), id).ShouldBe(["connected 2", "reset 2"]);
    }

    [Fact]
    public void Join_BeforeAnyEvent_GivesThePlaceToComeBackTo()
    {
        var hub = new LiveHub(TimeProvider.System);
        var id = Encoding.UTF8.GetString(hub.Join(new LiveClient(), lastId: null).ShouldHaveSingleItem().Span).Split('\n')[0][4..];

        hub.Send("scan", Empty);

        Joined(hub, new LiveClient(), id).ShouldBe(["connected 0", "scan 1"]);
    }

    // Each event as its name and number.
    private static List<string> Joined(LiveHub hub, LiveClient client, string? lastId) => [.. hub.Join(client, lastId).Select(static bytes =>
    {
        var lines = Encoding.UTF8.GetString(bytes.Span).Split('\n');
        return $"{lines[1]["event: ".Length..]} {lines[0].Split('-')[1]}";
    })];

    private static string FirstId(LiveClient client)
    {
        client.Waiting.TryRead(out var bytes).ShouldBeTrue();
        return Encoding.UTF8.GetString(bytes.Span).Split('\n')[0][4..];
    }
}

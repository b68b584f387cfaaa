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
            hub.Join(client, lastId: null).ShouldBeEmpty();
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
        hub.Join(new LiveClient(), id).Select(static bytes => Encoding.UTF8.GetString(bytes.Span).Split('\n')[0][^2..]).ShouldBe(["-2", "-3"]);
        hub.Join(new LiveClient(), id[..^1] + "3").ShouldBeEmpty();
        Encoding.UTF8.GetString(hub.Join(new LiveClient(), id[..^1] + "9").ShouldHaveSingleItem().Span).ShouldContain("event: reset");
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

        Encoding.UTF8.GetString(hub.Join(new LiveClient(), id).ShouldHaveSingleItem().Span).ShouldContain("event: reset");
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
        hub.Join(new LiveClient(), id).ShouldBeEmpty();
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

        Encoding.UTF8.GetString(hub.Join(new LiveClient(), id).ShouldHaveSingleItem().Span).ShouldContain("event: reset");
    }

    private static string FirstId(LiveClient client)
    {
        client.Waiting.TryRead(out var bytes).ShouldBeTrue();
        return Encoding.UTF8.GetString(bytes.Span).Split('\n')[0][4..];
    }
}

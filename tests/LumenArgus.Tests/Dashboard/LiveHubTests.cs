using System.Text;
using LumenArgus.Dashboard.Live;

namespace LumenArgus.Tests.Dashboard;

public sealed class LiveHubTests
{
    [Fact]
    public void Send_ToMany_IsOneBuffer()
    {
        var hub = new LiveHub();
        LiveClient[] clients = [new(), new()];
        foreach (var client in clients)
        {
            hub.Join(client, lastId: null).ShouldBeEmpty();
        }

        hub.Send("scan", "{\"a\":1}"u8);

        var events = clients.Select(static client => client.Events.TryRead(out var told) ? told : null).ToList();
        events[0].ShouldBeSameAs(events[1]);
        Encoding.UTF8.GetString(events[0]!.Bytes.Span).ShouldEndWith("-1\nevent: scan\ndata: {\"a\":1}\n\n");
    }

    [Fact]
    public void Client_ThatReadsTooSlowly_IsLeftBehind()
    {
        var hub = new LiveHub();
        var client = new LiveClient();
        hub.Join(client, lastId: null);
        for (var i = 0; i < 257; i++)
        {
            hub.Send("scan", "{}"u8);
        }

        hub.Count.ShouldBe(0);
        var read = 0;
        while (client.Events.TryRead(out _))
        {
            read++;
        }

        read.ShouldBe(256);
        client.Events.Completion.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Join_WithALastEvent_GivesTheRest()
    {
        var hub = new LiveHub();
        var first = new LiveClient();
        hub.Join(first, lastId: null);
        for (var i = 0; i < 3; i++)
        {
            hub.Send("scan", "{}"u8);
        }

        first.Events.TryRead(out var told).ShouldBeTrue();
        var id = Encoding.UTF8.GetString(told!.Bytes.Span).Split('\n')[0][4..];

        hub.Join(new LiveClient(), id).Count.ShouldBe(2);
        hub.Join(new LiveClient(), id[..^1] + "3").ShouldBeEmpty();
        Encoding.UTF8.GetString(hub.Join(new LiveClient(), id[..^1] + "9").ShouldHaveSingleItem().Span).ShouldContain("event: reset");
    }

    [Fact]
    public void Join_BehindTheRing_ReadsAgain()
    {
        var hub = new LiveHub();
        var first = new LiveClient();
        hub.Join(first, lastId: null);
        hub.Send("scan", "{}"u8);
        first.Events.TryRead(out var told);
        for (var i = 0; i < 1_001; i++)
        {
            hub.Send("scan", "{}"u8);
        }

        var id = Encoding.UTF8.GetString(told!.Bytes.Span).Split('\n')[0][4..];

        Encoding.UTF8.GetString(hub.Join(new LiveClient(), id).ShouldHaveSingleItem().Span).ShouldContain("event: reset");
    }
}

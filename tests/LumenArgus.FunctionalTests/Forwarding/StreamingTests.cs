using System.Text;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Forwarding;

public sealed class StreamingTests
{
    [Fact]
    public async Task Response_EventStream_FirstEventArrivesBeforeTheSecondIsSent()
    {
        using var limit = Limits.Token();
        var firstSeen = new TaskCompletionSource();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.Connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n", cancellationToken);
            await exchange.Connection.SendAsync("9\r\ndata: 1\n\n\r\n", cancellationToken);
            await firstSeen.Task.WaitAsync(cancellationToken);
            await exchange.Connection.SendAsync("9\r\ndata: 2\n\n\r\n0\r\n\r\n", cancellationToken);
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Post("/v1/messages", "{}").ToBytes("h"), limit.Token);

        var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        head.Value("Content-Type").ShouldBe("text/event-stream");
        Encoding.Latin1.GetString(await client.ReadChunkAsync(limit.Token)).ShouldBe("data: 1\n\n");
        firstSeen.SetResult();
        Encoding.Latin1.GetString(await client.ReadChunkAsync(limit.Token)).ShouldBe("data: 2\n\n");
        (await client.ReadChunkAsync(limit.Token)).ShouldBeEmpty();
    }
}

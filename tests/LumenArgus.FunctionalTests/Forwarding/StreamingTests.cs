using System.Text;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Forwarding;

public sealed class StreamingTests
{
    private const string EventStreamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    [Fact]
    public async Task Response_EventStream_EachPartArrivesBeforeTheNextIsSent()
    {
        using var limit = Limits.Token();
        var headSeen = new TaskCompletionSource();
        var firstSeen = new TaskCompletionSource();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.Connection.SendAsync(EventStreamHead, cancellationToken);
            await headSeen.Task.WaitAsync(cancellationToken);
            await exchange.Connection.SendAsync("9\r\ndata: 1\n\n\r\n", cancellationToken);
            await firstSeen.Task.WaitAsync(cancellationToken);
            await exchange.Connection.SendAsync("9\r\ndata: 2\n\n\r\n0\r\n\r\n", cancellationToken);
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Post("/v1/messages", "{}").ToBytes("h"), limit.Token);

        var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        head.Value("Content-Type").ShouldBe("text/event-stream");
        headSeen.SetResult();
        Encoding.Latin1.GetString(await client.ReadChunkAsync(limit.Token)).ShouldBe("data: 1\n\n");
        firstSeen.SetResult();
        Encoding.Latin1.GetString(await client.ReadChunkAsync(limit.Token)).ShouldBe("data: 2\n\n");
        (await client.ReadChunkAsync(limit.Token)).ShouldBeEmpty();
        (await app.FirstEnded).Relay!.Value.ShouldBe(new(ForwardOutcome.Ok, 18, ""));
        app.TappedBytes.ShouldBe(18);
    }

    [Theory]
    [InlineData(EventStreamHead + "9\r\ndata: 1\n\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ndata: 1\n\n")]
    public async Task Response_CutInTheBody_ClientSeesACutToo(string partial)
    {
        using var limit = Limits.Token();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.Connection.SendAsync(partial, cancellationToken);
            exchange.Connection.Close();
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
        var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        Encoding.Latin1.GetString(head.Value("Content-Length") is null ? await client.ReadChunkAsync(limit.Token) : await client.ReadExactlyAsync(9, limit.Token))
            .ShouldBe("data: 1\n\n");
        await Should.ThrowAsync<IOException>(() => client.ReadExactlyAsync(1, limit.Token)); // EndOfStreamException is one
        var ended = await app.FirstEnded;
        ended.Relay!.Value.Outcome.ShouldBe(ForwardOutcome.UpstreamClosed);
        upstream.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Response_FallsSilent_IsAnIdleTimeoutAndACut()
    {
        using var limit = Limits.Token();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.Connection.SendAsync(EventStreamHead + "9\r\ndata: 1\n\n\r\n", cancellationToken);
            await exchange.Connection.WaitForCloseAsync(cancellationToken);
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri, new UpstreamOptions { IdleTimeout = TimeSpan.FromSeconds(1) });
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
        await client.ReadHeadAsync(limit.Token);
        Encoding.Latin1.GetString(await client.ReadChunkAsync(limit.Token)).ShouldBe("data: 1\n\n");
        await Should.ThrowAsync<IOException>(() => client.ReadChunkAsync(limit.Token));
        (await app.FirstEnded).Relay!.Value.Outcome.ShouldBe(ForwardOutcome.IdleTimeout);
    }

    [Fact]
    public async Task Response_NeverStarts_IsAnIdleTimeoutAndSentOnce()
    {
        using var limit = Limits.Token();
        await using var upstream = new RawUpstream((exchange, cancellationToken) => exchange.Connection.WaitForCloseAsync(cancellationToken));
        await using var app = await ForwardingApp.StartAsync(upstream.Uri, new UpstreamOptions { IdleTimeout = TimeSpan.FromMilliseconds(300), Retries = 5 });
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
        (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().Value("X-Outcome").ShouldBe("IdleTimeout");
        upstream.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Client_LeavesDuringTheStream_UpstreamSeesItAtOnce()
    {
        using var limit = Limits.Token();
        var closed = new TaskCompletionSource();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.Connection.SendAsync(EventStreamHead + "9\r\ndata: 1\n\n\r\n", cancellationToken);
            await exchange.Connection.WaitForCloseAsync(cancellationToken);
            closed.SetResult();
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using (var client = await app.ConnectAsync(limit.Token))
        {
            await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
            await client.ReadHeadAsync(limit.Token);
            await client.ReadChunkAsync(limit.Token);
        }

        await closed.Task.WaitAsync(limit.Token);
        (await app.FirstEnded).Relay!.Value.Outcome.ShouldBe(ForwardOutcome.ClientGone);
        app.Slots.InUse.ShouldBe(0);
    }

    [Fact]
    public async Task Client_LeavesBeforeTheAnswer_UpstreamSeesItAtOnce()
    {
        using var limit = Limits.Token();
        var arrived = new TaskCompletionSource();
        var closed = new TaskCompletionSource();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            arrived.SetResult();
            await exchange.Connection.WaitForCloseAsync(cancellationToken);
            closed.SetResult();
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using (var client = await app.ConnectAsync(limit.Token))
        {
            await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
            await arrived.Task.WaitAsync(limit.Token);
        }

        await closed.Task.WaitAsync(limit.Token);
        (await app.FirstEnded).Result.Outcome.ShouldBe(ForwardOutcome.ClientGone);
    }

    [Fact]
    public async Task Client_ReadsSlowly_HoldsTheUpstreamBackWithoutTimeout()
    {
        const int total = 64 * 1024 * 1024;
        var idleTimeout = TimeSpan.FromSeconds(2);
        using var limit = Limits.Token();
        var sent = 0L;
        var part = new byte[256 * 1024];
        var stalled = new TaskCompletionSource();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.Connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {total}\r\n\r\n", cancellationToken);
            for (; sent < total; sent += part.Length)
            {
                var write = exchange.Connection.SendAsync(part, cancellationToken);
                try
                {
                    await write.WaitAsync(idleTimeout * 2, cancellationToken);
                }
                catch (TimeoutException)
                {
                    stalled.TrySetResult(); // TCP holds us back
                    await write;
                }
            }
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri, new UpstreamOptions { IdleTimeout = idleTimeout });
        using var client = await app.ConnectAsync(limit.Token, receiveBufferBytes: 16 * 1024);
        await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
        var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();

        // The client reads nothing until the upstream has been stuck for longer than the idle timeout.
        await stalled.Task.WaitAsync(limit.Token);
        sent.ShouldBeLessThan(total / 2);
        (await client.ReadBodyAsync(head, limit.Token)).Length.ShouldBe(total);
        (await app.FirstEnded).Relay!.Value.ShouldBe(new(ForwardOutcome.Ok, total, ""));
    }

    [Fact]
    public async Task Body_Of50Megabytes_ArrivesIdenticalInBothDirections()
    {
        using var limit = Limits.Token();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.Connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {exchange.Body.Length}\r\n\r\n", cancellationToken);
            await exchange.Connection.SendAsync(exchange.Body, cancellationToken);
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        var body = new byte[50 * 1024 * 1024];
        new Random(1).NextBytes(body);
        foreach (var chunked in new[] { false, true })
        {
            var request = new RawRequest("POST", "/", [], body, chunked);
            await client.SendAsync(request.ToBytes("h"), limit.Token);
            var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
            (await client.ReadBodyAsync(head, limit.Token)).AsSpan().SequenceEqual(body).ShouldBeTrue();
        }

        app.Budget.UsedBytes.ShouldBe(0);
    }
}

using System.Net;
using System.Net.Sockets;
using LumenArgus.Forwarding.Responses;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Testing.RawHttp;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.FunctionalTests.Forwarding;

public sealed class ConnectionTests
{
    [Fact]
    public async Task Connect_Refused_IsRetriedAsConfigured()
    {
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // bound but not listening: refused
        var port = ((IPEndPoint)closed.LocalEndPoint!).Port;
        var ended = await PostAsync(new Uri($"http://127.0.0.1:{port}"), new UpstreamOptions { Retries = 2 });
        ended.Result.Outcome.ShouldBe(ForwardOutcome.ConnectFailed);
        ended.Result.Attempts.ShouldBe(3);
        ended.Result.Detail.ShouldBe($"no connection to 127.0.0.1:{port}: ConnectionRefused");
    }

    [Fact]
    public async Task Connect_AddressThatIsNotPublic_IsNotMadeWhereOnlyThoseMayBe()
    {
        await using var upstream = RawUpstream.Answering();
        using var slots = new UpstreamSlots(1, NullLogger.Instance);
        using var client = new UpstreamClient(new UpstreamOptions(), slots, TimeProvider.System, NullLogger.Instance);
        foreach (var name in new[] { "127.0.0.1", "localhost" })
        {
            var request = new ForwardRequest
            {
                Method = "POST", RawTarget = "/", BaseUri = new Uri($"http://{name}:{upstream.Port}"), Headers = new HeaderDictionary(), HasBody = true, PublicOnly = true,
            };

            var result = await client.SendAsync(request, Limits.Token().Token);

            (result.Outcome, result.Detail, result.Attempts).ShouldBe((ForwardOutcome.ForbiddenAddress, $"{name}:{upstream.Port} is not in the public internet", 1));
        }

        upstream.AcceptedConnections.ShouldBe(0);
    }

    [Fact]
    public async Task Connect_UnknownName_IsConnectFailed()
    {
        var ended = await PostAsync(new Uri("http://name.invalid"), new UpstreamOptions { Retries = 0 });
        ended.Result.Outcome.ShouldBe(ForwardOutcome.ConnectFailed);
        ended.Result.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Connect_TlsHandshakeNeverAnswered_IsConnectTimeoutAndRetried()
    {
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        silent.Listen(8); // the kernel accepts, nobody speaks TLS
        var port = ((IPEndPoint)silent.LocalEndPoint!).Port;
        var ended = await PostAsync(new Uri($"https://127.0.0.1:{port}"), new UpstreamOptions { ConnectTimeout = TimeSpan.FromMilliseconds(200), Retries = 1 });
        ended.Result.Outcome.ShouldBe(ForwardOutcome.ConnectTimeout);
        ended.Result.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Connect_PlainServerBehindHttps_IsTlsFailed()
    {
        using var plain = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        plain.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        plain.Listen(8);
        var answering = AnswerPlainAsync(plain);
        var port = ((IPEndPoint)plain.LocalEndPoint!).Port;
        var ended = await PostAsync(new Uri($"https://127.0.0.1:{port}"), new UpstreamOptions { Retries = 0 });
        ended.Result.Outcome.ShouldBe(ForwardOutcome.TlsFailed);
        await answering;
    }

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("REPORT", 1)]
    [InlineData("GET", 4)] // SocketsHttpHandler repeats a request without content up to three times
    public async Task Send_CutBeforeTheAnswer_IsOnlyRepeatedIfIdempotent(string method, int expectedRequests)
    {
        await using var upstream = new RawUpstream((exchange, _) =>
        {
            exchange.Connection.Close();
            return Task.CompletedTask;
        });
        var ended = await SendAsync(new RawRequest(method, "/", [], Body: null, Chunked: false), upstream.Uri, new UpstreamOptions { Retries = 5 });
        ended.Result.Outcome.ShouldBe(ForwardOutcome.UpstreamClosed);
        upstream.Received.Count.ShouldBe(expectedRequests);
    }

    [Theory]
    [InlineData("POST", "{}", 2)]
    [InlineData("POST", "", 2)]
    [InlineData("POST", null, 2)]
    [InlineData("PATCH", null, 2)]
    [InlineData("GET", null, 3)] // repeated by SocketsHttpHandler
    public async Task Send_CutAfterTheRequestOnAReusedConnection_PostIsNeverSentTwice(string method, string? body, int expectedRequests)
    {
        using var limit = Limits.Token();
        var number = 0;
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            if (Interlocked.Increment(ref number) == 2)
            {
                exchange.Connection.Close();
                return;
            }

            await exchange.RespondAsync("{}", cancellationToken);
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri, new UpstreamOptions { Retries = 5 });
        using var client = await app.ConnectAsync(limit.Token);
        for (var i = 0; i < 2; i++)
        {
            var bytes = body is null ? null : System.Text.Encoding.Latin1.GetBytes(body);
            await client.SendAsync(new RawRequest(method, "/", [], bytes, Chunked: false).ToBytes("h"), limit.Token);
            var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
            await client.ReadBodyAsync(head, limit.Token);
        }

        upstream.Received.Count.ShouldBe(expectedRequests);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(4_000_000, false)]
    [InlineData(100, true)]
    [InlineData(4_000_000, true)]
    public async Task Send_ClosedWhileTheRequestWasOnItsWay_IsSentAgainOnANewConnection(int bodyBytes, bool isTls)
    {
        using var limit = Limits.Token();
        using var certificates = new TestCertificates();
        var isTaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var closed = new ManualResetEventSlim();
        var number = 0;
        await using var upstream = new RawUpstream(
            async (exchange, cancellationToken) =>
            {
                await exchange.RespondAsync("{}", cancellationToken);
                if (Interlocked.Increment(ref number) == 1)
                {
                    await isTaken.Task.WaitAsync(cancellationToken);
                    exchange.Connection.Close();
                    closed.Set();
                }
            },
            isTls ? certificates.Server : null);
        var options = new UpstreamOptions { VerifySsl = false };
        using var slots = new UpstreamSlots(1, NullLogger.Instance);
        using var handler = UpstreamHandler.Create(options);
        using var client = new UpstreamClient(options, slots, TimeProvider.System, NullLogger.Instance, handler);

        // Asked when the connection has been taken from the pool and nothing has been written.
        var encoding = handler.RequestHeaderEncodingSelector!;
        var isSecond = false;
        handler.RequestHeaderEncodingSelector = (name, message) =>
        {
            if (isSecond && isTaken.TrySetResult())
            {
                closed.Wait(limit.Token);
            }

            return encoding(name, message);
        };
        for (var expectedAttempts = 1; expectedAttempts <= 2; expectedAttempts++)
        {
            var request = new ForwardRequest
            {
                Method = "POST", RawTarget = "/", BaseUri = upstream.Uri, Headers = new HeaderDictionary { ["X-A"] = "b" }, HasBody = true, Body = new byte[bodyBytes],
            };
            var result = await client.SendAsync(request, limit.Token);
            using var response = result.Response;
            (result.Outcome, result.Attempts).ShouldBe((ForwardOutcome.Ok, expectedAttempts));
            while (await ResponseRelay.ReadAsync(response!, new byte[100]) > 0)
            {
            }

            isSecond = true;
        }

        upstream.Received.Select(static exchange => exchange.Body.Length).ShouldBe([bodyBytes, bodyBytes]);
        upstream.AcceptedConnections.ShouldBe(2);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(1000)] // what is behind comes while it is sent
    public async Task Send_AnsweredAndClosedBeforeTheBodyWasRead_GivesTheAnswer(long maxCapturedBytes)
    {
        using var limit = Limits.Token();
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(8);
        var answering = AnswerEarlyAsync(listener, limit.Token);
        await using var app = await ForwardingApp.StartAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}"), maxCapturedBytes: maxCapturedBytes);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Post("/", new string('x', 16_000_000)).ToBytes("h"), limit.Token);
        var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        head.StartLine.ShouldBe("HTTP/1.1 413 Payload Too Large");
        (await client.ReadBodyAsync(head, limit.Token)).ShouldBe("large"u8.ToArray());
        await answering;
    }

    [Fact]
    public async Task Send_PooledConnectionClosedWhileUnused_IsReplacedUnseen()
    {
        using var limit = Limits.Token();
        var closed = new TaskCompletionSource();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.RespondAsync("{}", cancellationToken);
            if (!closed.Task.IsCompleted)
            {
                exchange.Connection.Close();
                closed.SetResult();
            }
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri, new UpstreamOptions { Retries = 0 });
        using var client = await app.ConnectAsync(limit.Token);
        for (var i = 0; i < 2; i++)
        {
            await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
            var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
            head.StartLine.ShouldBe("HTTP/1.1 200 OK");
            await client.ReadBodyAsync(head, limit.Token);
            await closed.Task.WaitAsync(limit.Token);
        }

        upstream.AcceptedConnections.ShouldBe(2);
        upstream.Received.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Send_OneAfterTheOther_ReusesTheConnection()
    {
        using var limit = Limits.Token();
        await using var upstream = RawUpstream.Answering();
        await using var app = await ForwardingApp.StartAsync(upstream.Uri);
        using var client = await app.ConnectAsync(limit.Token);
        for (var i = 0; i < 5; i++)
        {
            await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
            var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
            await client.ReadBodyAsync(head, limit.Token);
        }

        upstream.AcceptedConnections.ShouldBe(1);
    }

    [Fact]
    public void Connections_UnusedForTwiceTheTimeout_AreClosed()
    {
        using var handler = UpstreamHandler.Create(new UpstreamOptions { IdleTimeout = TimeSpan.FromSeconds(7) });
        handler.PooledConnectionIdleTimeout.ShouldBe(TimeSpan.FromSeconds(14));
    }

    [Fact]
    public async Task Connection_UnusedForTooLong_IsClosedByUs()
    {
        using var limit = Limits.Token();
        var closed = new TaskCompletionSource();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            await exchange.RespondAsync("{}", cancellationToken);
            await exchange.Connection.WaitForCloseAsync(cancellationToken);
            closed.SetResult();
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri, new UpstreamOptions { PooledIdle = TimeSpan.FromMilliseconds(100) });
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
        (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe("HTTP/1.1 200 OK");
        await closed.Task.WaitAsync(limit.Token);
    }

    [Fact]
    public async Task Send_ManyStaleConnectionsInThePool_TakesAFreshOne()
    {
        using var limit = Limits.Token();
        using var together = new Barrier(5);
        var stale = new List<RawConnection>();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            if (exchange.Request.StartLine.Contains("/first", StringComparison.Ordinal))
            {
                lock (stale)
                {
                    stale.Add(exchange.Connection);
                }

                await Task.Run(() => together.SignalAndWait(cancellationToken), cancellationToken);
            }

            await exchange.RespondAsync("{}", cancellationToken);
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri, new UpstreamOptions { Retries = 0 });
        var clients = new List<RawConnection>();
        for (var i = 0; i < 5; i++)
        {
            clients.Add(await app.ConnectAsync(limit.Token));
            await clients[i].SendAsync(RawRequest.Post("/first", "{}").ToBytes("h"), limit.Token);
        }

        foreach (var client in clients)
        {
            var head = (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
            await client.ReadBodyAsync(head, limit.Token);
        }

        stale.ForEach(static connection => connection.Close());
        await clients[0].SendAsync(RawRequest.Post("/second", "{}").ToBytes("h"), limit.Token);
        (await clients[0].ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe("HTTP/1.1 200 OK");
        upstream.AcceptedConnections.ShouldBe(6);
        upstream.Received.Count.ShouldBe(6);
        clients.ForEach(static client => client.Dispose());
    }

    [Fact]
    public async Task Send_AllSlotsTaken_WaitsAndIsCounted()
    {
        using var limit = Limits.Token();
        var release = new TaskCompletionSource();
        var firstArrived = new TaskCompletionSource();
        await using var upstream = new RawUpstream(async (exchange, cancellationToken) =>
        {
            firstArrived.TrySetResult();
            await release.Task.WaitAsync(cancellationToken);
            await exchange.RespondAsync("{}", cancellationToken);
        });
        await using var app = await ForwardingApp.StartAsync(upstream.Uri, new UpstreamOptions { MaxConnections = 1 });
        using var first = await app.ConnectAsync(limit.Token);
        await first.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
        await firstArrived.Task.WaitAsync(limit.Token);
        using var second = await app.ConnectAsync(limit.Token);
        await second.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
        while (app.Slots.WaitingCount == 0)
        {
            await Task.Yield();
            limit.Token.ThrowIfCancellationRequested();
        }

        upstream.Received.Count.ShouldBe(1);
        app.Slots.WaitedTotal.ShouldBe(1);
        release.SetResult();
        (await first.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe("HTTP/1.1 200 OK");
        (await second.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldBe("HTTP/1.1 200 OK");
        app.Slots.WaitingCount.ShouldBe(0);
    }

    private static Task<ForwardingApp.Ended> PostAsync(Uri upstream, UpstreamOptions options) => SendAsync(RawRequest.Post("/path?query", "{}"), upstream, options);

    private static async Task<ForwardingApp.Ended> SendAsync(RawRequest request, Uri upstream, UpstreamOptions options)
    {
        using var limit = Limits.Token();
        await using var app = await ForwardingApp.StartAsync(upstream, options);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(request.ToBytes("h"), limit.Token);
        return await app.FirstEnded;
    }

    private static async Task AnswerEarlyAsync(Socket listener, CancellationToken cancellationToken)
    {
        using var connection = new RawConnection(await listener.AcceptAsync(cancellationToken));
        (await connection.ReadHeadAsync(cancellationToken)).ShouldNotBeNull();
        await connection.SendAsync("HTTP/1.1 413 Payload Too Large\r\nContent-Length: 5\r\n\r\nlarge", cancellationToken);
    }

    private static async Task AnswerPlainAsync(Socket listener)
    {
        using var connection = new RawConnection(await listener.AcceptAsync());
        await connection.SendAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", CancellationToken.None);
        await connection.WaitForCloseAsync(CancellationToken.None);
    }
}

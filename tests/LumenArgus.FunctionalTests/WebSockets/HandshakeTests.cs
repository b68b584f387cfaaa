using System.Collections.Immutable;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.RawHttp;
using LumenArgus.Testing.WebSockets;
using static LumenArgus.FunctionalTests.WebSockets.WebSocketProduct;

namespace LumenArgus.FunctionalTests.WebSockets;

/// <summary>Who may connect to what, and what a handshake that does not go on is answered.</summary>
public sealed class HandshakeTests
{
    private const string NowhereUrl = "http://127.0.0.1:9";

    [Fact]
    public async Task Disabled_AnyPath_Is426AtOnceWithTheHeadersOfTheStandard()
    {
        await using var host = await ProductHost.StartAsync(new Uri(NowhereUrl));
        foreach (var target in new[] { "/v1/responses", "/responses", "/backend-api/codex/responses", "/ws?url=ws://example.com", "/ws" })
        {
            using var client = await RawWebSocket.ConnectAsync(host.Port, target, "", Limits.Token().Token);
            client.Head.StartLine.ShouldBe("HTTP/1.1 426 Upgrade Required", target);
            client.Head.Value("Upgrade").ShouldBe("HTTP/1.1");
            client.Head.Value("Connection").ShouldBe("Upgrade, close");
            client.Head.Value("Content-Type").ShouldBe("application/json");
            await client.Connection.WaitForCloseAsync(Limits.Token().Token);
        }
    }

    [Fact]
    public async Task Disabled_OutboundOnly_IsARefusalForProvidersOnly()
    {
        await using var upstream = new RawWebSocketServer();
        await using var host = await ProductHost.StartAsync(upstream.Uri, config => config with
        {
            Pipeline = config.Pipeline with { WebSocketInbound = true },
            WebSocket = config.WebSocket with { AllowedTargets = ["127.0.0.1"] },
        });
        using var native = await RawWebSocket.ConnectAsync(host.Port, "/v1/responses", "", Limits.Token().Token);
        native.Head.StartLine.ShouldStartWith("HTTP/1.1 426 ");
        using var relayed = await RawWebSocket.ConnectAsync(host.Port, $"/ws?url=ws://127.0.0.1:{upstream.Port}/x", "", Limits.Token().Token);
        relayed.Head.StartLine.ShouldStartWith("HTTP/1.1 101 ");
    }

    [Fact]
    public async Task Relay_TargetOutsideOfTheInternet_IsRefusedBeforeAnythingIsSent()
    {
        (string Target, int Status)[] targets =
        [
            ("/ws", 400),
            ("/ws?url=http://example.com", 400),
            ("/ws?url=ws://127.0.0.1:9", 403),
            ("/ws?url=ws://localhost:9", 403),
            ("/ws?url=ws://[::1]:9", 403),
            ("/ws?url=ws://2130706433:9", 403),
            ("/ws?url=ws://0x7f.1:9", 403),
            ("/ws?url=ws://0177.0.0.1:9", 403),
            ("/ws?url=ws://0:9", 403),
            ("/ws?url=ws://[::]:9", 403),
            ("/ws?url=ws://169.254.169.254/latest/meta-data", 403),
            ("/ws?url=ws://[fd00:ec2::254]/latest", 403),
            ("/ws?url=ws://[::ffff:10.0.0.1]/", 403),
            ("/ws?url=ws://[64:ff9b::7f00:1]/", 403),
            ("/ws?url=ws://10.0.0.1/", 403),
            ("/ws?url=ws://192.168.0.1/", 403),
            ("/ws/?url=ws://127.0.0.1:9", 404),
            ("/wsx?url=ws://127.0.0.1:9", 404),
        ];
        await using var host = await StartAsync(new Uri(NowhereUrl));
        foreach (var (target, status) in targets)
        {
            using var client = await RawWebSocket.ConnectAsync(host.Port, target, "", Limits.Token().Token);
            client.Head.StartLine.ShouldStartWith($"HTTP/1.1 {status} ", customMessage: target);
        }
    }

    [Fact]
    public async Task Relay_ListedTarget_IsConnectedToAlsoInAPrivateNetwork()
    {
        await using var upstream = new RawWebSocketServer();
        await using var host = await StartAsync(new Uri(NowhereUrl), config => Targets(config, $"127.0.0.1:{upstream.Port}"));
        using var client = await RawWebSocket.ConnectAsync(
            host.Port, $"/ws?url=ws%3A%2F%2F127.0.0.1%3A{upstream.Port}%2Fa%3Fkey%3Dhidden", "X-Own: 1\r\nOrigin: https://page.example\r\n", Limits.Token().Token);
        using var server = await upstream.NextAsync(Limits.Token().Token);
        server.Head.StartLine.ShouldBe("GET /a?key=hidden HTTP/1.1");
        server.Head.Value("X-Own").ShouldBe("1");
        await client.SendAsync(WireFrame.OfText("hello", Mask), Limits.Token().Token);
        (await server.ReceiveAsync(Limits.Token().Token)).PayloadText.ShouldBe("hello");
        var row = await ConnectionRows.WaitAsync(host, static _ => true);
        (row.TargetUrl, row.Origin, row.CloseCode).ShouldBe(($"ws://127.0.0.1:{upstream.Port}/a", "https://page.example", null));
        (await host.Sink.NextCompletedAsync()).Provider.ShouldBe("websocket");
        (await host.Client.GetStringAsync("/metrics")).ShouldContain("lumen_argus_ws_active_connections 1\n");
    }

    [Fact]
    public async Task Relay_TargetThatIsNotListed_IsRefused()
    {
        await using var host = await StartAsync(new Uri(NowhereUrl), static config => Targets(config, "tools.example.com"));
        using var client = await RawWebSocket.ConnectAsync(host.Port, "/ws?url=wss://other.example.com/", "", Limits.Token().Token);
        client.Head.StartLine.ShouldStartWith("HTTP/1.1 403 ");
    }

    [Fact]
    public async Task Relay_RequestWithoutUpgrade_IsToldWhatIsWanted()
    {
        await using var host = await StartAsync(new Uri(NowhereUrl));
        using var client = await RawConnection.ConnectAsync(host.Port, Limits.Token().Token);
        await client.SendAsync("GET /ws?url=ws://example.com HTTP/1.1\r\nHost: x\r\n\r\n", Limits.Token().Token);
        var head = (await client.ReadHeadAsync(Limits.Token().Token))!;
        (head.StartLine, head.Value("Upgrade")).ShouldBe(("HTTP/1.1 426 Upgrade Required", "websocket"));
    }

    [Fact]
    public async Task Origin_OfAWebPage_HasToBeListed()
    {
        (string Headers, int Status)[] requests =
        [
            ("Origin: https://good.example\r\n", 101),
            ("Origin: HTTPS://Good.example\r\n", 101),
            ("", 101),
            ("Origin: https://evil.example\r\n", 403),
            ("Origin: null\r\n", 403),
            ("Origin: https://good.example\r\nOrigin: https://evil.example\r\n", 403),
        ];
        await using var upstream = new RawWebSocketServer();
        await using var host = await StartAsync(upstream.Uri, static config => config with { WebSocket = config.WebSocket with { AllowedOrigins = ["https://good.example"] } });
        foreach (var (headers, status) in requests)
        {
            using var client = await RawWebSocket.ConnectAsync(host.Port, "/v1/responses", headers, Limits.Token().Token);
            client.Head.StartLine.ShouldStartWith($"HTTP/1.1 {status} ", customMessage: headers);
        }
    }

    [Fact]
    public async Task Refusal_OfTheServer_IsTheClientsAnswer()
    {
        await using var upstream = new RawUpstream(static (exchange, cancellationToken) => exchange.Connection.SendAsync(
            "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nX-Request-Id: r1\r\nContent-Length: 14\r\n\r\n{\"error\":\"no\"}", cancellationToken));
        await using var host = await StartAsync(upstream.Uri);
        using var client = await RawWebSocket.ConnectAsync(host.Port, "/v1/responses", "", Limits.Token().Token);
        client.Head.StartLine.ShouldBe("HTTP/1.1 401 Unauthorized");
        client.Head.Value("X-Request-Id").ShouldBe("r1");
        (await client.Connection.ReadBodyAsync(client.Head, Limits.Token().Token)).ShouldBe("{\"error\":\"no\"}"u8.ToArray());
        (await host.Sink.NextCompletedAsync()).StatusCode.ShouldBe(401);
    }

    [Fact]
    public async Task Server_ThatCannotBeReached_Is502InTheProvidersShape()
    {
        await using var host = await StartAsync(new Uri("http://127.0.0.1:1"));
        using var client = await RawWebSocket.ConnectAsync(host.Port, "/v1/responses", "", Limits.Token().Token);
        client.Head.StartLine.ShouldBe("HTTP/1.1 502 Bad Gateway");
    }

    [Fact]
    public async Task UnknownProvider_Is404AndGoesNowhere()
    {
        await using var upstream = new RawWebSocketServer();
        await using var host = await StartAsync(upstream.Uri);
        using var client = await RawWebSocket.ConnectAsync(host.Port, "/socket", "", Limits.Token().Token);
        client.Head.StartLine.ShouldStartWith("HTTP/1.1 404 ");
        upstream.Handshakes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shutdown_OpenConnection_IsClosedWith1001()
    {
        await using var product = await ConnectAsync();
        var stopping = product.Host.StopAsync();
        foreach (var close in new[] { await product.ClientReceivesAsync(), await product.ServerReceivesAsync() })
        {
            (close.CloseCode, close.CloseReason).ShouldBe((1001, "lumen-argus is shutting down"));
        }

        await product.Client.SendAsync(WireFrame.OfClose(1001, "", Mask), Limits.Token().Token);
        await product.Server.SendAsync(WireFrame.OfClose(1001, ""), Limits.Token().Token);
        await stopping;
    }

    [Fact]
    public async Task Tls_ToTheServer_UsesTheTrustOfOtherRequests()
    {
        using var certificates = new TestCertificates();
        using var folder = new Testing.Processes.TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("ca.pem"), certificates.Authority.ExportCertificatePem());
        var accepted = new TaskCompletionSource<RawWebSocket>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = new RawUpstream(
            async (exchange, cancellationToken) =>
            {
                accepted.SetResult(await RawWebSocket.AcceptAsync(exchange, "", cancellationToken));
                await Task.Delay(Timeout.Infinite, cancellationToken);
            },
            certificates.Server);
        await using var distrusting = await StartAsync(upstream.Uri);
        using (var refused = await RawWebSocket.ConnectAsync(distrusting.Port, "/v1/responses", "", Limits.Token().Token))
        {
            refused.Head.StartLine.ShouldStartWith("HTTP/1.1 502 ");
        }

        await using var host = await StartAsync(upstream.Uri, config => config with { Proxy = config.Proxy with { CaBundle = folder.File("ca.pem") } });
        using var client = await RawWebSocket.ConnectAsync(host.Port, "/v1/responses", "", Limits.Token().Token);
        client.Head.StartLine.ShouldStartWith("HTTP/1.1 101 ");
        await client.SendAsync(WireFrame.OfText("over TLS", Mask), Limits.Token().Token);
        (await (await accepted.Task).ReceiveAsync(Limits.Token().Token)).PayloadText.ShouldBe("over TLS");
    }

    private static LumenArgusConfig Targets(LumenArgusConfig config, params string[] targets) =>
        config with { WebSocket = config.WebSocket with { AllowedTargets = [.. targets] } };
}

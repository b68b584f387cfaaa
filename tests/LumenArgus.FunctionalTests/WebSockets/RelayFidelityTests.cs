using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.WebSockets;
using static LumenArgus.FunctionalTests.WebSockets.WebSocketProduct;

namespace LumenArgus.FunctionalTests.WebSockets;

/// <summary>What goes through a WebSocket arrives in its own bytes.</summary>
public sealed class RelayFidelityTests
{
    [Fact]
    public async Task Handshake_Headers_GoThroughBothWays()
    {
        await using var upstream = new RawWebSocketServer("Sec-WebSocket-Protocol: b\r\nX-Codex-Turn-State: abc\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n");
        await using var host = await StartAsync(upstream.Uri);
        using var client = await RawWebSocket.ConnectAsync(
            host.Port,
            "/v1/responses?x=%2F",
            "Authorization: Bearer sk-abc\r\nOpenAI-Beta: responses_websockets=2026-02-06\r\nSec-WebSocket-Protocol: a, b\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n",
            Limits.Token().Token);

        client.Head.StartLine.ShouldBe("HTTP/1.1 101 Switching Protocols");
        client.Head.Value("Sec-WebSocket-Accept").ShouldBe("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        client.Head.Value("Sec-WebSocket-Protocol").ShouldBe("b");
        client.Head.Value("X-Codex-Turn-State").ShouldBe("abc");
        client.Head.Values("Set-Cookie").ShouldBe(["a=1", "b=2"]);
        client.Head.Value("Upgrade").ShouldBe("websocket");
        var asked = upstream.Handshakes.ShouldHaveSingleItem().Request;
        asked.StartLine.ShouldBe("GET /v1/responses?x=%2F HTTP/1.1");
        asked.Value("Host").ShouldBe($"127.0.0.1:{upstream.Port}");
        asked.Value("Sec-WebSocket-Key").ShouldBe(RawWebSocket.Key);
        asked.Value("Sec-WebSocket-Extensions").ShouldBe("permessage-deflate; client_max_window_bits");
        asked.Value("Sec-WebSocket-Protocol").ShouldBe("a, b");
        asked.Value("OpenAI-Beta").ShouldBe("responses_websockets=2026-02-06");
        asked.Value("Authorization").ShouldBe("Bearer sk-abc");
        (await host.Sink.NextCompletedAsync()).StatusCode.ShouldBe(101);
    }

    [Fact]
    public async Task Frames_OfAMessageInFragments_LeaveAsTheyCame()
    {
        await using var product = await ConnectAsync();
        byte[] first = (WireFrame.OfText("""{"type":"response.create",""", Mask) with { Fin = false }).ToBytes();
        byte[] ping = new WireFrame(WireFrame.Ping, Utf8("between")) { Mask = [1, 2, 3, 4] }.ToBytes();
        byte[] second = new WireFrame(WireFrame.Continuation, []) { Fin = false, Mask = [9, 9, 9, 9] }.ToBytes();
        byte[] last = new WireFrame(WireFrame.Continuation, Utf8("\"input\":\"hello\"}")) { Mask = [0, 0, 0, 0] }.ToBytes();

        // The ping arrives although the message around it has not ended.
        await product.SendAsync([.. first, .. ping, .. second]);
        (await product.Server.ReceiveBytesAsync(Limits.Token().Token)).Bytes.ShouldBe(ping);
        await product.Server.SendAsync(new WireFrame(WireFrame.Pong, Utf8("between")), Limits.Token().Token);
        (await product.ClientReceivesAsync()).Opcode.ShouldBe(WireFrame.Pong);

        await product.SendAsync(last);
        (await product.Server.Connection.ReadExactlyAsync(first.Length + second.Length + last.Length, Limits.Token().Token)).ShouldBe([.. first, .. second, .. last]);
    }

    [Fact]
    public async Task Close_OfTheServer_GoesThroughWithCodeAndReason()
    {
        await using var product = await ConnectAsync();
        await product.Server.SendAsync(WireFrame.OfClose(4001, "session ended"), Limits.Token().Token);
        var close = await product.ClientReceivesAsync();
        (close.CloseCode, close.CloseReason).ShouldBe((4001, "session ended"));
        await product.Client.SendAsync(WireFrame.OfClose(4001, "", Mask), Limits.Token().Token);
        (await product.ServerReceivesAsync()).CloseCode.ShouldBe(4001);
        await product.Client.Connection.WaitForCloseAsync(Limits.Token().Token);
        var row = await ConnectionRows.WaitAsync(product.Host, static row => row.DisconnectedAt is not null);
        (row.CloseCode, row.FramesSent, row.FramesReceived).ShouldBe((4001, 1, 1));
    }

    [Fact]
    public async Task Cut_OfTheServer_IsACutForTheClient()
    {
        await using var product = await ConnectAsync();
        product.Server.Connection.Close(reset: true);
        await product.Client.Connection.WaitForCloseAsync(Limits.Token().Token);
        (await ConnectionRows.WaitAsync(product.Host, static row => row.DisconnectedAt is not null)).CloseCode.ShouldBe(1006);
    }

    [Fact]
    public async Task Cut_OfTheClient_IsACutForTheServer()
    {
        await using var product = await ConnectAsync();
        product.Client.Connection.Close();
        await product.Server.Connection.WaitForCloseAsync(Limits.Token().Token);
        (await ConnectionRows.WaitAsync(product.Host, static row => row.DisconnectedAt is not null)).CloseCode.ShouldBe(1006);
    }

    [Fact]
    public async Task Answers_OfManyFramesAtOnce_ArriveInOrder()
    {
        await using var product = await ConnectAsync();
        var frames = Enumerable.Range(0, 2000).SelectMany(static i => WireFrame.OfText($"{{\"delta\":\"{new string('x', i)}\"}}").ToBytes()).ToArray();
        var sending = product.Server.SendAsync(frames, Limits.Token().Token);
        (await product.Client.Connection.ReadExactlyAsync(frames.Length, Limits.Token().Token)).ShouldBe(frames);
        await sending;
    }

    [Theory]
    [InlineData(new byte[] { 0x81, 0x01, 0x41 }, "a frame of the client is not masked")]
    [InlineData(new byte[] { 0xC1, 0x80, 1, 2, 3, 4 }, "a reserved bit is set")]
    [InlineData(new byte[] { 0x83, 0x80, 1, 2, 3, 4 }, "a frame has a reserved opcode")]
    public async Task Violation_OfTheProtocol_ClosesBothWith1002(byte[] bytes, string reason)
    {
        await using var product = await ConnectAsync();
        await product.SendAsync(bytes);
        foreach (var close in new[] { await product.ClientReceivesAsync(), await product.ServerReceivesAsync() })
        {
            close.CloseCode.ShouldBe(1002);
            close.CloseReason.ShouldStartWith(reason);
        }

        (await ConnectionRows.WaitAsync(product.Host, static row => row.DisconnectedAt is not null)).CloseCode.ShouldBe(1002);
    }
}

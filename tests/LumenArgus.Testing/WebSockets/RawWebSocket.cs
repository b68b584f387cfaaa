using System.Security.Cryptography;
using System.Text;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.Testing.WebSockets;

/// <summary>One end of a WebSocket, seen as frames and bytes.</summary>
public sealed class RawWebSocket(RawConnection connection, RawHead head) : IDisposable
{
    public const string Key = "dGhlIHNhbXBsZSBub25jZQ==";

    /// <summary>What the other end said at the handshake.</summary>
    public RawHead Head => head;

    public RawConnection Connection => connection;

    /// <summary>Connects as a client. The head may be a refusal.</summary>
    public static async Task<RawWebSocket> ConnectAsync(int port, string target, string headers, CancellationToken cancellationToken)
    {
        var connection = await RawConnection.ConnectAsync(port, cancellationToken);
        await connection.SendAsync(
            $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Key}\r\n{headers}\r\n",
            cancellationToken);
        return new RawWebSocket(connection, await connection.ReadHeadAsync(cancellationToken) ?? throw new IOException("No answer."));
    }

    /// <summary>Accepts as a server.</summary>
    public static async Task<RawWebSocket> AcceptAsync(RawExchange exchange, string headers, CancellationToken cancellationToken)
    {
        await exchange.Connection.SendAsync(
            $"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: {AcceptFor(exchange.Request.Value("Sec-WebSocket-Key")!)}\r\n{headers}\r\n",
            cancellationToken);
        return new RawWebSocket(exchange.Connection, exchange.Request);
    }

    public Task SendAsync(WireFrame frame, CancellationToken cancellationToken) => connection.SendAsync(frame.ToBytes(), cancellationToken);

    public Task SendAsync(byte[] bytes, CancellationToken cancellationToken) => connection.SendAsync(bytes, cancellationToken);

    public async Task<WireFrame> ReceiveAsync(CancellationToken cancellationToken) => (await ReceiveBytesAsync(cancellationToken)).Frame;

    public Task<(WireFrame Frame, byte[] Bytes)> ReceiveBytesAsync(CancellationToken cancellationToken) =>
        WireFrame.ReadAsync(count => connection.ReadExactlyAsync(count, cancellationToken));

    public void Dispose() => connection.Dispose();

    // RFC 6455, 4.2.2.
#pragma warning disable CA5350 // The protocol says so.
    private static string AcceptFor(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
}

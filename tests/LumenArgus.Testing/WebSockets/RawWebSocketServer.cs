using System.Threading.Channels;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.Testing.WebSockets;

/// <summary>A server whose connections a test holds in its hands, frame by frame.</summary>
public sealed class RawWebSocketServer : IAsyncDisposable
{
    private readonly RawUpstream _upstream;
    private readonly Channel<RawWebSocket> _accepted = Channel.CreateUnbounded<RawWebSocket>();

    /// <param name="answerHeaders">Header lines of the answer beside what the protocol wants, each with its line end.</param>
    public RawWebSocketServer(string answerHeaders = "") => _upstream = new RawUpstream(async (exchange, cancellationToken) =>
    {
        await _accepted.Writer.WriteAsync(await RawWebSocket.AcceptAsync(exchange, answerHeaders, cancellationToken), cancellationToken);

        // The test reads and writes from here on; the connection is closed with the server.
        await Task.Delay(Timeout.Infinite, cancellationToken);
    });

    public Uri Uri => _upstream.Uri;

    public int Port => _upstream.Port;

    /// <summary>Every handshake so far.</summary>
    public IReadOnlyList<RawExchange> Handshakes => _upstream.Received;

    public async Task<RawWebSocket> NextAsync(CancellationToken cancellationToken) => await _accepted.Reader.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync() => _upstream.DisposeAsync();
}

using System.Text;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Chaos;

/// <summary>A provider that does to each request what its query says.</summary>
internal static class ChaosUpstream
{
    public const int LargeBytes = 4_000_000;

    // Made once: answers of this size are most of what the test would allocate, and to make one waits for the collector, which on a busy machine may need longer than a provider may be silent.
    private static readonly byte[] Large = Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {LargeBytes}\r\n\r\n{new string('x', LargeBytes)}");

    public static RawUpstream Start() => new(AnswerAsync, keepsReceived: false);

    private static Task AnswerAsync(RawExchange exchange, CancellationToken cancellationToken) => exchange.Request.StartLine.Split('?', ' ') switch
    {
        [_, _, "reset", ..] => Cut(exchange, reset: true),
        [_, _, "close", ..] => Cut(exchange, reset: false),
        [_, _, "half-a-head", ..] => SendAndCutAsync(exchange, "HTTP/1.1 200 OK\r\nContent-Le", reset: true, cancellationToken),
        [_, _, "garbage", ..] => SendAndCutAsync(exchange, "220 mail.example ESMTP\r\n\r\n", reset: false, cancellationToken),
        [_, _, "cut-length", ..] => SendAndCutAsync(exchange, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\npart", reset: false, cancellationToken),
        [_, _, "cut-chunks", ..] => SendAndCutAsync(exchange, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n", reset: false, cancellationToken),
        [_, _, "reset-stream", ..] => SendAndCutAsync(exchange, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n", reset: true, cancellationToken),
        [_, _, "silent", ..] => exchange.Connection.WaitForCloseAsync(cancellationToken),
        [_, _, "silent-stream", ..] => StallAsync(exchange, cancellationToken),
        [_, _, "half-close", ..] => HalfCloseAsync(exchange, cancellationToken),
        [_, _, "large", ..] => exchange.Connection.SendAsync(Large, cancellationToken),
        _ => exchange.RespondAsync("{}", cancellationToken),
    };

    private static Task Cut(RawExchange exchange, bool reset)
    {
        exchange.Connection.Close(reset);
        return Task.CompletedTask;
    }

    private static async Task SendAndCutAsync(RawExchange exchange, string bytes, bool reset, CancellationToken cancellationToken)
    {
        await exchange.Connection.SendAsync(bytes, cancellationToken);
        exchange.Connection.Close(reset);
    }

    private static async Task StallAsync(RawExchange exchange, CancellationToken cancellationToken)
    {
        await exchange.Connection.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n", cancellationToken);
        await exchange.Connection.WaitForCloseAsync(cancellationToken);
    }

    // A response to the end of the connection, and the other direction stays open.
    private static async Task HalfCloseAsync(RawExchange exchange, CancellationToken cancellationToken)
    {
        await exchange.Connection.SendAsync("HTTP/1.1 200 OK\r\n\r\n{}", cancellationToken);
        exchange.Connection.EndSending();
        await exchange.Connection.WaitForCloseAsync(cancellationToken);
    }
}

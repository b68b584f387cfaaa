using System.Net;
using System.Net.Sockets;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Chaos;

/// <summary>Where TLS is expected: answers whatever is said to it in plain HTTP.</summary>
internal sealed class PlainListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    public PlainListener()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = new RawConnection(await _listener.AcceptSocketAsync(_stopping.Token));
                await AnswerAsync(connection);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(RawConnection connection)
    {
        try
        {
            await connection.SendAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", _stopping.Token);
            await connection.WaitForCloseAsync(_stopping.Token);
        }
        catch (IOException)
        {
            // Already gone.
        }
    }
}

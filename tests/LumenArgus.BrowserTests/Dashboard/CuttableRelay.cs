using System.Net;
using System.Net.Sockets;

namespace LumenArgus.BrowserTests.Dashboard;

/// <summary>A way to the dashboard that a test can cut: every connection through it ends, and a new one ends at once until it is mended.</summary>
internal sealed class CuttableRelay : IAsyncDisposable
{
    private readonly Uri _target;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private CancellationTokenSource _cut = new();

    public CuttableRelay(Uri target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>A link of the target, by this way.</summary>
    public string UrlOf(string link) => new UriBuilder(link) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri.AbsoluteUri;

    public void Cut() => _cut.Cancel();

    public void Mend() => Interlocked.Exchange(ref _cut, new CancellationTokenSource()).Dispose();

    public async ValueTask DisposeAsync()
    {
        await _cut.CancelAsync();
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _cut.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(RelayAsync(await _listener.AcceptTcpClientAsync(_stopping.Token), Volatile.Read(ref _cut).Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RelayAsync(TcpClient browser, CancellationToken cut)
    {
        using var server = new TcpClient();
        using (browser)
        {
            try
            {
                await server.ConnectAsync(_target.Host, _target.Port, cut);
                await Task.WhenAny(browser.GetStream().CopyToAsync(server.GetStream(), cut), server.GetStream().CopyToAsync(browser.GetStream(), cut));
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // Cut, or one of the two has gone.
            }
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace LumenArgus.Benchmarks.Roles;

/// <summary>The dashboard of a product under measurement.</summary>
/// <param name="Endpoint">Where it listens.</param>
/// <param name="Token">The access token of its file.</param>
internal sealed record Dashboard(IPEndPoint Endpoint, string Token)
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until it listens, which is a moment after the proxy.</summary>
    public static async Task<Dashboard> ReachAsync(IPEndPoint endpoint, string tokenFile, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReadyWithin);
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(endpoint, limit.Token);
                return new Dashboard(endpoint, (await File.ReadAllTextAsync(tokenFile, limit.Token)).Trim());
            }
            catch (Exception problem) when (problem is SocketException or IOException)
            {
                await Task.Delay(PollEvery, limit.Token);
            }
        }
    }

    /// <summary>A caller with the token.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://{Endpoint}/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return client;
    }
}

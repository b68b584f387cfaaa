using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Live;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>Many open dashboards while findings pour in: nobody who reads misses one, who does not read is cut off, and nothing stays behind.</summary>
[Collection(MemoryCollection.Name)]
public sealed class CrowdTests
{
    private const int FindingsPerRequest = 10;
    private const int Senders = 4;

    // Findings stay in caches of a bounded size, which the long form fills before it measures. What each reader left behind would be megabytes.
    private const long MostGrowth = 24 * 1024 * 1024;
    private const string KeyLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly int Readers = Soak.Times(20, 200);
    private static readonly int Requests = Soak.Times(300, 6_000);

    [Fact]
    public async Task Flood_OfFindings_ReachesAllWhoRead()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        var warmUp = Soak.Times(40, 6_000);
        var first = CountAsync(await LiveReader.ConnectAsync(fixture.Server), warmUp * FindingsPerRequest, CancellationToken.None);
        await SendAsync(fixture, warmUp);
        await first;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var limit = new CancellationTokenSource(Soak.Limit);

        var total = Requests * FindingsPerRequest;
        var reading = new List<Task>();
        for (var i = 0; i < Readers; i++)
        {
            var live = await LiveReader.ConnectAsync(fixture.Server);
            reading.Add(Task.Run(() => CountAsync(live, total, limit.Token), limit.Token));
        }

        await SendAsync(fixture, Requests);
        await Task.WhenAll(reading);

        await fixture.UntilAsync("/api/v1/status", static reply => reply.Json.GetProperty("dashboard").GetProperty("live_clients").GetInt32() == 0);
        fixture.Host.Sink.Decided.Clear();
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(MostGrowth);
    }

    [Fact]
    public async Task Reader_ThatDoesNotRead_IsCutOffAndOthersGoOn()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        using var limit = Limits.Token();
        using var live = await LiveReader.ConnectAsync(fixture.Server);
        var reading = Task.Run(() => live.NextAsync("finding"), limit.Token);
        using var slow = await ConnectAsync(fixture.Server);
        var events = fixture.Host.Product.Services.GetRequiredService<ILiveEvents>();
        var words = new string('x', 32 * 1024);

        // Until the system's buffers and ours are full.
        while ((await fixture.Client.GetAsync("/api/v1/status")).Json.GetProperty("dashboard").GetProperty("live_clients").GetInt32() == 2)
        {
            limit.Token.ThrowIfCancellationRequested();
            events.Publish("large", json => json.WriteString("words", words));
        }

        var left = new byte[64 * 1024];
        try
        {
            while (await slow.ReceiveAsync(left, limit.Token) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // Reset is as good an end.
        }

        await fixture.PromptAsync($"key {Bodies.AwsKey}");
        await reading;
    }

    private static async Task CountAsync(LiveReader live, int total, CancellationToken cancellationToken)
    {
        using (live)
        {
            for (var count = 0; count < total;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (name, data) = await live.NextAsync();
                name.ShouldNotBe("reset");
                count += name == "finding" ? 1 : 0;
                if (name == "more")
                {
                    using var left = JsonDocument.Parse(data);
                    count += left.RootElement.TryGetProperty("finding", out var more) ? more.GetInt32() : 0;
                }

                count.ShouldBeLessThanOrEqualTo(total);
            }
        }
    }

    private static Task SendAsync(DashboardFixture fixture, int requests) => Task.WhenAll(Enumerable.Range(0, Senders).Select(async sender =>
    {
        for (var i = sender; i < requests; i += Senders)
        {
            using var response = await fixture.Host.PostAsync(
                "/v1/messages", Bodies.Anthropic(string.Join(" then ", Enumerable.Range(0, FindingsPerRequest).Select(static _ => NewKey()))), ("x-session-id", $"s{i % 50}"), ("x-api-key", "k"));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            await fixture.Host.Sink.NextCompletedAsync();
        }
    }));

    // The shape of an AWS access key id, drawn: nobody's.
    private static string NewKey() => "AKIA" + RandomNumberGenerator.GetString(KeyLetters, 16);

    private static async Task<Socket> ConnectAsync(DashboardServer server)
    {
        using var limit = Limits.Token();
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4 * 1024 };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, limit.Token);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes($"GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nAuthorization: Bearer {server.Token}\r\n\r\n"), limit.Token);

        // The head of the answer: from now on he looks.
        (await socket.ReceiveAsync(new byte[16], limit.Token)).ShouldBePositive();
        return socket;
    }
}

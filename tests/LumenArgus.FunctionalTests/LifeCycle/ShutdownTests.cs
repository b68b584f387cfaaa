using System.Net;
using System.Net.Sockets;
using System.Text;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;
using RawConnection = LumenArgus.Testing.RawHttp.RawConnection;

namespace LumenArgus.FunctionalTests.LifeCycle;

/// <summary>How the executable ends, with an exchange open.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task Signal_WithAnOpenStream_LetsItEndAndTakesNoNewOne()
    {
        using var limit = Limits.Token();
        using var gate = new ChunkGate();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Events(AnthropicAnswers.Events, gate);
        await using var product = await StartAsync(provider, "  drain_timeout: 60\n");
        using var client = new HttpClient { BaseAddress = new Uri(product.Url) };
        gate.Release();
        using var response = await OpenStreamAsync(client, limit.Token);

        product.Terminate();
        (await product.WaitForLineAsync(static line => line.Contains("stopping", StringComparison.Ordinal), limit.Token)).ShouldContain("1 request(s) still open, waiting up to 60s");
        await RefusedAsync(new Uri(product.Url).Port, limit.Token);

        gate.Release(AnthropicAnswers.Events.Count - 1);
        (await response.Content.ReadAsStringAsync(limit.Token)).ShouldBe(string.Concat(AnthropicAnswers.Events));
        var ended = await product.WaitForExitAsync(limit.Token);
        ended.ExitCode.ShouldBe(0);
        ended.StandardOutput.ShouldContain("shutdown — 1 requests");
        ended.StandardError.ShouldNotContain("drain_timeout");
    }

    [Fact]
    public async Task Signal_WithAStreamThatDoesNotEnd_CutsItWithAWarning()
    {
        using var limit = Limits.Token();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.StallAfter([Encoding.UTF8.GetBytes(AnthropicAnswers.Events[0])]);
        await using var product = await StartAsync(provider, "  drain_timeout: 1\n");
        using var client = new HttpClient { BaseAddress = new Uri(product.Url) };
        using var response = await OpenStreamAsync(client, limit.Token);

        product.Terminate();

        await Should.ThrowAsync<Exception>(() => response.Content.ReadAsStringAsync(limit.Token));
        var ended = await product.WaitForExitAsync(limit.Token);
        ended.ExitCode.ShouldBe(0);
        ended.StandardError.ShouldContain("1 request(s) had not ended after 1 s (proxy.drain_timeout) and are cut");
        ended.StandardOutput.ShouldContain("shutdown — 1 requests");
        await provider.Requests[0].ClientGone.WaitAsync(limit.Token);
    }

    [Fact]
    public async Task Signal_WithABodyThatDoesNotCome_CutsItAndCallsItNoFailure()
    {
        using var limit = Limits.Token();
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider, "  drain_timeout: 1\n");
        using var client = await RawConnection.ConnectAsync(new Uri(product.Url).Port, limit.Token);
        await client.SendAsync("POST /v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n{", limit.Token);
        await StartedAsync(product, limit.Token);

        product.Terminate();

        var ended = await product.WaitForExitAsync(limit.Token);
        ended.StandardError.ShouldContain("1 request(s) had not ended after 1 s (proxy.drain_timeout) and are cut");
        ended.StandardError.ShouldNotContain("failed");
        ended.StandardOutput.ShouldNotContain("internal error");
    }

    [Fact]
    public async Task SecondSignal_EndsAtOnce()
    {
        using var limit = Limits.Token();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.StallAfter([Encoding.UTF8.GetBytes(AnthropicAnswers.Events[0])]);
        await using var product = await StartAsync(provider, "  drain_timeout: 300\n");
        using var client = new HttpClient { BaseAddress = new Uri(product.Url) };
        using var response = await OpenStreamAsync(client, limit.Token);

        product.Terminate();
        await product.WaitForLineAsync(static line => line.Contains("stopping", StringComparison.Ordinal), limit.Token);
        product.Terminate();

        (await product.WaitForExitAsync(limit.Token)).ExitCode.ShouldBe(143);
    }

    // A request that has begun shows in the metrics.
    private static async Task StartedAsync(ProductProcess product, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        while (!(await client.GetStringAsync(new Uri($"{product.Url}/metrics"), cancellationToken)).Contains("lumen_argus_active_requests 1", StringComparison.Ordinal))
        {
            await Task.Yield();
        }
    }

    // The line on the terminal comes before the listener closes.
    private static async Task RefusedAsync(int port, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private static async Task<HttpResponseMessage> OpenStreamAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/messages", UriKind.Relative))
        {
            Content = new StringContent(Bodies.Anthropic("hello", stream: true), Encoding.UTF8, "application/json"),
        };
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return response;
    }

    private static Task<ProductProcess> StartAsync(StandInProvider provider, string extra) => ProductProcess.StartAsync(new ProductOptions
    {
        Executable = BuiltProduct.Executable,
        PluginFolders = [TestPlugins.Secrets.Output],
        UpstreamUrl = provider.Url,
        ExtraConfiguration = extra,
    });
}

using System.Text;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.WebSockets;

namespace LumenArgus.FunctionalTests.WebSockets;

/// <summary>The whole product between two ends that a test holds in its hands.</summary>
internal sealed class WebSocketProduct : IAsyncDisposable
{
    public static readonly byte[] Mask = [0x37, 0xFA, 0x21, 0x3D];

    private WebSocketProduct(RawWebSocketServer upstream, ProductHost host, RawWebSocket client, RawWebSocket server)
    {
        Upstream = upstream;
        Host = host;
        Client = client;
        Server = server;
    }

    public RawWebSocketServer Upstream { get; }

    public ProductHost Host { get; }

    public RawWebSocket Client { get; }

    public RawWebSocket Server { get; }

    /// <summary>Connects as Codex does.</summary>
    /// <param name="extensions">The line Sec-WebSocket-Extensions of the server's answer.</param>
    public static async Task<WebSocketProduct> ConnectAsync(
        Func<LumenArgusConfig, LumenArgusConfig>? configure = null, string? extensions = null, Action<ExtensionsFolder>? plugins = null)
    {
        var upstream = new RawWebSocketServer(extensions is null ? "" : $"Sec-WebSocket-Extensions: {extensions}\r\n");
        var host = await StartAsync(upstream.Uri, configure, plugins);
        using var limit = Limits.Token();
        var client = await RawWebSocket.ConnectAsync(
            host.Port, "/v1/responses", "Authorization: Bearer sk-abc\r\nsession-id: s1\r\nSec-WebSocket-Extensions: permessage-deflate\r\n", limit.Token);
        client.Head.StartLine.ShouldStartWith("HTTP/1.1 101 ");
        return new WebSocketProduct(upstream, host, client, await upstream.NextAsync(limit.Token));
    }

    public static Task<ProductHost> StartAsync(
        Uri upstream, Func<LumenArgusConfig, LumenArgusConfig>? configure = null, Action<ExtensionsFolder>? plugins = null) =>
        ProductHost.StartAsync(
            upstream,
            config =>
            {
                config = config with { Pipeline = config.Pipeline with { WebSocketOutbound = true } };
                return configure?.Invoke(config) ?? config;
            },
            plugins);

    public async Task SendAsync(string text) => await Client.SendAsync(WireFrame.OfText(text, Mask), Limits.Token().Token);

    public async Task SendAsync(byte[] bytes) => await Client.SendAsync(bytes, Limits.Token().Token);

    public async Task<WireFrame> ServerReceivesAsync() => await Server.ReceiveAsync(Limits.Token().Token);

    public async Task<WireFrame> ClientReceivesAsync() => await Client.ReceiveAsync(Limits.Token().Token);

    /// <summary>A request as Codex sends it over a WebSocket: only what is new, behind the response before.</summary>
    public static string CodexDelta(string text, string? previous = null) =>
        $$"""{"type":"response.create","model":"gpt-x",{{(previous is null ? "" : $"\"previous_response_id\":\"{previous}\",")}}"input":[{"type":"message","role":"user","content":[{"type":"input_text","text":"{{text}}"}]}]}""";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        Server.Dispose();
        await Upstream.DisposeAsync();
    }
}

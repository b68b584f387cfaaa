using System.Net;
using System.Net.WebSockets;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.FunctionalTests.WebSockets;

/// <summary>The framework's own client and server on both sides, with whatever extensions they agree on.</summary>
public sealed class RealEndsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Messages_RandomInEveryWay_ArriveIdenticalAndAKeyInAnyOfThemIsFound(int seed)
    {
        var random = new Random(seed);
        var options = new WebSocketDeflateOptions
        {
            ClientMaxWindowBits = random.Next(9, 16),
            ServerMaxWindowBits = random.Next(9, 16),
            ClientContextTakeover = random.Next(2) == 0,
            ServerContextTakeover = random.Next(2) == 0,
        };
        await using var server = await EchoServer.StartAsync(random.Next(4) == 0 ? null : options);
        await using var host = await WebSocketProduct.StartAsync(server.Uri, static config => config with
        {
            DefaultAction = PolicyAction.Block, Pipeline = config.Pipeline with { WebSocketInbound = true },
        });
        for (var connection = 0; connection < 5; connection++)
        {
            using var client = await ConnectAsync(host, options);
            for (var message = 0; message < 12; message++)
            {
                var text = Text(random);
                await SendAsync(client, text, random);
                (await ReceiveAsync(client)).ShouldBe(text);
            }

            var secret = Text(random);
            await SendAsync(client, secret.Insert(random.Next(secret.Length + 1), $" {Bodies.AwsKey} "), random);
            await Should.ThrowAsync<WebSocketException>(async () =>
            {
                while (client.State == WebSocketState.Open)
                {
                    await ReceiveAsync(client);
                }

                throw new WebSocketException(client.CloseStatusDescription);
            });
            client.CloseStatus.ShouldBe(WebSocketCloseStatus.PolicyViolation);
        }

        server.Received.ShouldNotContain(static text => text.Contains(Bodies.AwsKey, StringComparison.Ordinal));
        server.Received.Count.ShouldBe(60);
    }

    [Fact]
    public async Task Connections_Many_RunBesideEachOtherAndLeaveNothingBehind()
    {
        await using var server = await EchoServer.StartAsync(new WebSocketDeflateOptions());
        await using var host = await WebSocketProduct.StartAsync(server.Uri);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
        {
            var random = new Random(number);
            using var client = await ConnectAsync(host, new WebSocketDeflateOptions());
            for (var message = 0; message < 10; message++)
            {
                var text = Text(random);
                await SendAsync(client, text, random);
                (await ReceiveAsync(client)).ShouldBe(text);
            }

            await client.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", Limits.Token().Token);
            client.CloseStatusDescription.ShouldBe("done");
        }));
        using var limit = Limits.Token();
        while (true)
        {
            var metrics = await host.Client.GetStringAsync("/metrics", limit.Token);
            if (metrics.Contains("lumen_argus_ws_active_connections 0\n", StringComparison.Ordinal) && metrics.Contains("lumen_argus_body_bytes 0\n", StringComparison.Ordinal))
            {
                break;
            }
        }
    }

    private static string Text(Random random)
    {
        string[] words = ["hello", "{\"a\":1}", "\u00fcml\u00e4ut", "\u4e2d\u6587", "=====", "lorem ipsum", "\n", "0123456789"];
        var length = random.Next(5) switch { 0 => 0, 1 => random.Next(20_000), _ => random.Next(200) };
        return string.Join(' ', Enumerable.Range(0, length).Select(_ => words[random.Next(words.Length)]));
    }

    private static async Task<ClientWebSocket> ConnectAsync(ProductHost host, WebSocketDeflateOptions options)
    {
        var client = new ClientWebSocket();
        client.Options.DangerousDeflateOptions = options;
        client.Options.SetRequestHeader("Authorization", "Bearer sk-abc");
        await client.ConnectAsync(new Uri($"ws://127.0.0.1:{host.Port}/v1/responses"), Limits.Token().Token);
        return client;
    }

    private static async Task SendAsync(ClientWebSocket client, string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var position = 0;
        var compression = random.Next(5) == 0 ? WebSocketMessageFlags.DisableCompression : WebSocketMessageFlags.None;
        do
        {
            var length = random.Next(3) == 0 ? bytes.Length - position : random.Next(bytes.Length - position + 1);
            var flags = compression | (position + length == bytes.Length ? WebSocketMessageFlags.EndOfMessage : WebSocketMessageFlags.None);
            await client.SendAsync(bytes.AsMemory(position, length), WebSocketMessageType.Text, flags, Limits.Token().Token);
            position += length;
            if (flags.HasFlag(WebSocketMessageFlags.EndOfMessage))
            {
                return;
            }
        }
        while (true);
    }

    private static async Task<string> ReceiveAsync(WebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), Limits.Token().Token);
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }

    private sealed class EchoServer : IAsyncDisposable
    {
        private readonly WebApplication _application;

        private EchoServer(WebApplication application) => _application = application;

        public System.Collections.Concurrent.ConcurrentQueue<string> Received { get; } = [];

        public Uri Uri => new(_application.Urls.First());

        public static async Task<EchoServer> StartAsync(WebSocketDeflateOptions? deflate)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.ConfigureKestrel(static options => options.Listen(IPAddress.Loopback, 0));
            var application = builder.Build();
            var server = new EchoServer(application);
            application.UseWebSockets();
            application.Run(http => server.EchoAsync(http, deflate));
            await application.StartAsync();
            return server;
        }

        public ValueTask DisposeAsync() => _application.DisposeAsync();

        private async Task EchoAsync(HttpContext http, WebSocketDeflateOptions? deflate)
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                DangerousEnableCompression = deflate is not null,
                DisableServerContextTakeover = deflate?.ServerContextTakeover == false,
                ServerMaxWindowBits = deflate?.ServerMaxWindowBits ?? 15,
            });
            while (true)
            {
                var text = await ReceiveAsync(socket);
                if (socket.State != WebSocketState.Open)
                {
                    await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.Empty, socket.CloseStatusDescription, Limits.Token().Token);
                    return;
                }

                Received.Enqueue(text);
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Limits.Token().Token);
            }
        }
    }
}

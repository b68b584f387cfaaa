using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.Listener;
using LumenArgus.Forwarding.Responses;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Testing.RawHttp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.FunctionalTests.Forwarding;

/// <summary>A listener that does nothing but forward: the whole of LumenArgus.Forwarding and nothing else.</summary>
internal sealed class ForwardingApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly UpstreamClient _client;
    private readonly TaskCompletionSource<Ended> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long _tapped;

    private ForwardingApp(Uri upstream, UpstreamOptions options)
    {
        Slots = new UpstreamSlots(options.MaxConnections, NullLogger.Instance);
        _client = new UpstreamClient(options, Slots, TimeProvider.System, NullLogger.Instance);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ListenerSetup.Use(builder, System.Net.IPAddress.Loopback, port: 0);
        _app = builder.Build();
        _app.Run(context => ForwardAsync(context, upstream));
    }

    public UpstreamSlots Slots { get; }

    public BodyBudget Budget { get; } = new(512 * 1024 * 1024);

    /// <summary>What is captured of a body; the rest is handed on as it comes.</summary>
    public long MaxCapturedBytes { get; init; } = long.MaxValue;

    /// <summary>How the first exchange ended.</summary>
    public Task<Ended> FirstEnded => _ended.Task.WaitAsync(Limits.Default);

    public int Port { get; private set; }

    /// <summary>Response bytes that the tap has seen.</summary>
    public long TappedBytes => Interlocked.Read(ref _tapped);

    public static async Task<ForwardingApp> StartAsync(Uri upstream, UpstreamOptions? options = null, long maxCapturedBytes = long.MaxValue)
    {
        var app = new ForwardingApp(upstream, options ?? new UpstreamOptions()) { MaxCapturedBytes = maxCapturedBytes };
        await app._app.StartAsync();
        var addresses = app._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        app.Port = new Uri(addresses.Addresses.Single()).Port;
        return app;
    }

    public Task<RawConnection> ConnectAsync(CancellationToken cancellationToken, int? receiveBufferBytes = null) =>
        RawConnection.ConnectAsync(Port, cancellationToken, receiveBufferBytes);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _client.Dispose();
        Slots.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, Uri upstream)
    {
        var request = context.Request;
        var (body, rest) = await RequestBodyReader.ReadAsync(request.BodyReader, request.ContentLength, MaxCapturedBytes, Budget, context.RequestAborted);
        var forward = new ForwardRequest
        {
            Method = request.Method,
            RawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            BaseUri = upstream,
            Headers = request.Headers,
            Rest = rest,
            Body = body.Memory,
            HasBody = ForwardRequest.IsFramedWithBody(request),
        };
        var result = await _client.SendAsync(forward, context.RequestAborted);
        body.Release();
        using var response = result.Response;
        if (response is null)
        {
            context.Response.StatusCode = 599;
            context.Response.Headers["X-Outcome"] = result.Outcome.ToString();
            _ended.TrySetResult(new Ended(result, Relay: null));
            return;
        }

        var relay = await ResponseRelay.CopyAsync(response, context, held: default, transform: null, chunk => Interlocked.Add(ref _tapped, chunk.Length), context.RequestAborted);
        _ended.TrySetResult(new Ended(result, relay));
    }

    internal sealed record Ended(ForwardResult Result, RelayResult? Relay);
}

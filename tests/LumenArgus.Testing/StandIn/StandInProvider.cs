using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Testing.StandIn;

/// <summary>
/// A provider on loopback: real Kestrel on a free port. It speaks enough of the Anthropic, OpenAI and Gemini protocols for the real
/// tools to work, records all that it receives, and misbehaves as scripted.
/// </summary>
public sealed class StandInProvider : IAsyncDisposable
{
    /// <summary>The text of every answer, in whatever format: a test asserts that the client printed it.</summary>
    public const string Sentence = "Hello from the stand-in provider.";

    private readonly WebApplication _application;
    private readonly RequestLog _log = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _disposed;

    private StandInProvider(WebApplication application) => _application = application;

    /// <summary>Chooses the answer to a request; <c>null</c> gives the ordinary answer of its provider. May be replaced at any time.</summary>
    public Func<RecordedRequest, StandInAnswer?> Script { get; set; } = static _ => null;

    /// <summary>Runs after the head and before the body of a request is read: a provider that is slow to read. <c>null</c>: reads at once.</summary>
    public Func<HttpRequest, CancellationToken, Task>? BeforeBody { get; set; }

    /// <summary><c>http://127.0.0.1:port</c>, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    public Uri BaseAddress => new(Url);

    /// <summary>What has arrived so far; a request is in the list once its whole body is there. A message of a WebSocket is one with the method WS.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    public static async Task<StandInProvider> StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure).UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var provider = new StandInProvider(application);
        application.UseWebSockets();
        application.Run(provider.HandleAsync);
        await application.StartAsync(cancellationToken);
        provider.Url = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return provider;
    }

    /// <summary>The first request that matches, already there or still to come; without a condition, the first of all.</summary>
    public Task<RecordedRequest> WaitForRequestAsync(
        Func<RecordedRequest, bool>? match = null, CancellationToken cancellationToken = default) =>
        _log.WaitAsync(match ?? (static _ => true), cancellationToken);

    /// <summary>Forgets what has arrived so far.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Ends all answers that still wait. May be called twice: a test can take the provider away early.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        _stopping.Dispose();
    }

    private static void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
        options.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.MaxRequestHeaderCount = 1000;
        options.Limits.MaxRequestHeadersTotalSize = 1024 * 1024;
        options.Limits.MaxRequestLineSize = 1024 * 1024;
        options.Limits.MaxRequestBufferSize = 2 * 1024 * 1024;
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        try
        {
            if (context.WebSockets.IsWebSocketRequest)
            {
                await StandInWebSocket.AnswerAsync(context, message => Record(context, "WS", message, gone.Task), linked.Token);
                return;
            }

            if (BeforeBody is { } wait)
            {
                await wait(context.Request, linked.Token);
            }

            var request = await RecordAsync(context, gone.Task, linked.Token);
            var answer = Script(request) ?? OrdinaryAnswers.For(request);
            await answer.WriteAsync(context, linked.Token);
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            // The client has gone or the test is over: nobody is left to answer.
            context.Abort();
        }
    }

    private async Task<RecordedRequest> RecordAsync(HttpContext context, Task clientGone, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken);
        return Record(context, context.Request.Method, body.ToArray(), clientGone);
    }

    private RecordedRequest Record(HttpContext context, string method, byte[] body, Task clientGone) =>
        _log.Add(index => new RecordedRequest
        {
            Index = index,
            Method = method,
            RawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Protocol = context.Request.Protocol,
            Headers = [.. context.Request.Headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")))],
            Body = body,
            ClientGone = clientGone,
        });
}

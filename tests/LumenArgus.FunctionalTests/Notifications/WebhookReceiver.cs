using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LumenArgus.FunctionalTests.Notifications;

/// <summary>Somebody who is told by web hook.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Channel<ReceivedHook> _hooks = Channel.CreateUnbounded<ReceivedHook>();
    private readonly Queue<int> _answers = new();
    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app) => _app = app;

    public Uri Url => new(new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "/hook");

    /// <summary>Whether something came that no test has waited for.</summary>
    public bool HasMore => _hooks.Reader.TryPeek(out _);

    public static async Task<WebhookReceiver> StartAsync(params int[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        receiver.Answer(answers);
        app.Run(receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Status codes of the next answers; behind them 200.</summary>
    public void Answer(params int[] answers)
    {
        lock (_answers)
        {
            Array.ForEach(answers, _answers.Enqueue);
        }
    }

    public async Task<ReceivedHook> NextAsync()
    {
        using var limit = Limits.Token();
        return await _hooks.Reader.ReadAsync(limit.Token);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        lock (_answers)
        {
            http.Response.StatusCode = _answers.TryDequeue(out var status) ? status : StatusCodes.Status200OK;
        }

        _hooks.Writer.TryWrite(new ReceivedHook(
            http.Request.Method,
            http.Request.Path,
            http.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(body.ToArray())));
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Live;

/// <summary>The live events as a stream (server-sent events).</summary>
internal sealed class LiveEndpoints(LiveHub hub, Authentication authentication, TimeProvider clock) : IDashboardEndpoints
{
    private const int MaxClients = 500;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    // What comes meanwhile is sent at once: for many pages a write for each event would cost more than all the rest.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);
    // Who is known to a plugin is asked about again; a session of ours is looked up with each event.
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);

    public void Map(IEndpointRouteBuilder api) => api.Get("/live", http => hub.Count < MaxClients
        ? Task.FromResult<IResult>(new Stream(this))
        : throw new ProblemException(503, "too_many_clients", "Too many pages are open."));

    private async Task StreamAsync(HttpContext http)
    {
        var response = http.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";

        // Also for a proxy in between: an event that waits in a buffer is not live.
        response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var client = new LiveClient();
        try
        {
            response.BodyWriter.Write("event: connected\ndata: {}\n\n"u8);
            foreach (var missed in hub.Join(client, http.Request.Headers["Last-Event-ID"]))
            {
                response.BodyWriter.Write(missed.Span);
            }

            await response.BodyWriter.FlushAsync(http.RequestAborted);
            await ForwardAsync(http, client.Events);
        }
        finally
        {
            client.Leave();
            hub.Leave(client);
        }
    }

    private async Task ForwardAsync(HttpContext http, ChannelReader<LiveEvent> events)
    {
        var body = http.Response.BodyWriter;
        var (beat, asked) = (clock.GetTimestamp(), clock.GetTimestamp());
        var isOfPlugin = authentication.Find(http) is null;
        while (true)
        {
            if (!await WaitAsync(events, http.RequestAborted))
            {
                return;
            }

            // A session that has ended sees nothing more.
            if (!isOfPlugin)
            {
                if (authentication.Find(http) is null)
                {
                    return;
                }
            }
            else if (clock.GetElapsedTime(asked) >= AskAgain)
            {
                if (await authentication.FindAsync(http) is null)
                {
                    return;
                }

                asked = clock.GetTimestamp();
            }

            var isSilent = true;
            while (events.TryRead(out var told))
            {
                body.Write(told.Bytes.Span);
                isSilent = false;
            }

            if (clock.GetElapsedTime(beat) >= Heartbeat)
            {
                beat = clock.GetTimestamp();
                body.Write(Encoding.UTF8.GetBytes($"event: heartbeat\ndata: {{\"time\":\"{clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)}\"}}\n\n"));
            }
            else if (isSilent)
            {
                body.Write(":\n\n"u8);
            }

            await body.FlushAsync(http.RequestAborted);
            await Task.Delay(Pace, clock, http.RequestAborted);
        }
    }

    // False when the client was left behind.
    private async Task<bool> WaitAsync(ChannelReader<LiveEvent> events, CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        using var timer = clock.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), patience, Silence, Timeout.InfiniteTimeSpan);
        try
        {
            return await events.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return true;
        }
    }

    private sealed class Stream(LiveEndpoints live) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => live.StreamAsync(httpContext);
    }
}

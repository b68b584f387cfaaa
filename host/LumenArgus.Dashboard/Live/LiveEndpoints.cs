using System.Buffers;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Live;

/// <summary>The live events as a stream (server-sent events).</summary>
internal sealed class LiveEndpoints(LiveHub hub, LiveThread thread, Authentication authentication, TimeProvider clock) : IDashboardEndpoints
{
    private const int MaxClients = 500;

    // Who is known to a plugin is asked about again; a session of ours is looked up with each write.
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    public void Map(IEndpointRouteBuilder api) => api.Get("/live", http => hub.Count < MaxClients
        ? Task.FromResult<IResult>(new Stream(this))
        : throw new ProblemException(503, "too_many_clients", "Too many pages are open."));

    private Task RunAsync(HttpContext http) => thread.RunAsync(() => StreamAsync(http));

    private async Task StreamAsync(HttpContext http)
    {
        var response = http.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";

        // Also for a proxy in between: an event that waits in a buffer is not live.
        response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var client = new LiveClient(http.Abort);
        try
        {
            foreach (var first in hub.Join(client, http.Request.Headers["Last-Event-ID"]))
            {
                response.BodyWriter.Write(first.Span);
            }

            await response.BodyWriter.FlushAsync(http.RequestAborted);
            await ForwardAsync(http, client);
        }
        finally
        {
            client.Leave();
            hub.Leave(client);
        }
    }

    private async Task ForwardAsync(HttpContext http, LiveClient client)
    {
        var body = http.Response.BodyWriter;
        var asked = clock.GetTimestamp();
        var isOfPlugin = authentication.Find(http) is null;

        // There is a sign of life every few seconds, so this looks as often whether he may still look.
        while (await client.Waiting.WaitToReadAsync(http.RequestAborted))
        {
            if (!isOfPlugin)
            {
                // A session that has ended sees nothing more.
                if (authentication.Find(http) is null)
                {
                    return;
                }
            }
            else if (clock.GetElapsedTime(asked) >= AskAgain)
            {
                // Code of a plugin: not on the thread of all who look.
                if (await Task.Run(() => authentication.FindAsync(http).AsTask(), http.RequestAborted) is null)
                {
                    return;
                }

                asked = clock.GetTimestamp();
            }

            while (client.Waiting.TryRead(out var bytes))
            {
                body.Write(bytes.Span);
            }

            await body.FlushAsync(http.RequestAborted);
        }
    }

    private sealed class Stream(LiveEndpoints live) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => live.RunAsync(httpContext);
    }
}

using System.Net;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Traffic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Benchmarks.Roles;

/// <summary>The stand-in provider: reads the whole body, then answers. It does no more, so that it is never the bottleneck.</summary>
internal static class UpstreamServer
{
    // Without gaps all events share one TCP segment, and a proxy that holds the stream back would look as good as one that does not.
    // With a gap after each of them the timer would be all that is measured. The first event always comes alone.
    private const int EventsPerBurst = 5;
    private static readonly TimeSpan EventGap = TimeSpan.FromMilliseconds(1);

    public static async Task<int> RunAsync(int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port);
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = null;
        });
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(cancellationToken);

        // The load tool holds the other end of standard input: when it ends, however that happens, so does this process.
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(Stream.Null, cancellationToken);
        await app.StopAsync(cancellationToken);
        return 0;
    }

    private static Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/v1/messages" => AnswerMessagesAsync(context),
        RoleProcess.HealthPath => Task.CompletedTask,
        _ => NotFound(context),
    };

    private static async Task AnswerMessagesAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        var digest = await ReadBodyAsync(context.Request, cancellationToken);

        if (StampedStream.Parse(context.Request.Headers[StampedStream.Header]) is { } stream)
        {
            await AnswerStampedAsync(context.Response, stream, cancellationToken);
            return;
        }

        // The body says "stream" too; the header spares the stand-in a JSON parser.
        var mode = context.Request.Headers.Accept == MessagesRequest.EventStream ? Mode.Sse : Mode.Plain;
        var answer = Answer.For(mode);
        var response = context.Response;
        if (mode == Mode.Sse)
        {
            response.ContentType = MessagesRequest.EventStream;
        }
        else
        {
            response.ContentType = "application/json";
            response.ContentLength = answer.Parts[0].Length;
        }

        await response.BodyWriter.WriteAsync(answer.FirstPart(digest), cancellationToken);
        for (var i = 1; i < answer.Parts.Length; i++)
        {
            if (i % EventsPerBurst == 1)
            {
                await Task.Delay(EventGap, cancellationToken);
            }

            await response.BodyWriter.WriteAsync(answer.Parts[i], cancellationToken);
        }
    }

    private static async Task AnswerStampedAsync(HttpResponse response, StampedStream stream, CancellationToken cancellationToken)
    {
        response.ContentType = MessagesRequest.EventStream;
        for (var i = 0; i < stream.Events; i++)
        {
            if (i > 0)
            {
                await Task.Delay(stream.Gap, cancellationToken);
            }

            await response.BodyWriter.WriteAsync(StampedStream.EventNow(), cancellationToken);
        }

        if (stream.Gap == Timeout.InfiniteTimeSpan)
        {
            await Task.Delay(stream.Gap, cancellationToken);
        }
    }

    private static async Task<BodyDigest> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var digest = new BodyDigest();
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            foreach (var segment in read.Buffer)
            {
                digest.Append(segment.Span);
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return digest;
            }
        }
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

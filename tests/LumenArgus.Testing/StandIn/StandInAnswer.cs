using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LumenArgus.Testing.StandIn;

/// <summary>How the stand-in answers one request. Every way in which a provider can behave, good or bad, is one factory method here.</summary>
public sealed class StandInAnswer
{
    private const string EventStream = "text/event-stream";
    private readonly Func<HttpContext, CancellationToken, Task> _write;

    private StandInAnswer(Func<HttpContext, CancellationToken, Task> write) => _write = write;

    /// <summary>A complete answer with a Content-Length.</summary>
    public static StandInAnswer Plain(
        string body, int status = 200, string contentType = "application/json", params IReadOnlyList<KeyValuePair<string, string>> headers) =>
        Plain(Encoding.UTF8.GetBytes(body), status, contentType, headers);

    /// <summary>A complete answer with a Content-Length; the body can be of any kind (compressed, say).</summary>
    public static StandInAnswer Plain(
        byte[] body, int status, string contentType, params IReadOnlyList<KeyValuePair<string, string>> headers) =>
        new(async (context, cancellationToken) =>
        {
            Start(context, status, contentType, headers);
            context.Response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await context.Response.Body.WriteAsync(body, cancellationToken);
            }
        });

    /// <summary>Server-sent events, each frame (with its own line ends) flushed by itself; without a gate, as fast as they go.</summary>
    public static StandInAnswer Events(IReadOnlyList<string> frames, ChunkGate? gate = null) =>
        Chunks([.. frames.Select(Encoding.UTF8.GetBytes)], EventStream, gate);

    /// <summary>A chunked answer. The headers leave at once; with a gate, each chunk waits for its release.</summary>
    public static StandInAnswer Chunks(IReadOnlyList<byte[]> chunks, string contentType, ChunkGate? gate = null) =>
        new((context, cancellationToken) => WriteChunksAsync(context, chunks, contentType, gate, cancellationToken));

    /// <summary>Never answers: not even the headers leave. Ends when the client has gone or the stand-in stops.</summary>
    public static StandInAnswer Silence() => new((_, cancellationToken) => UntilCancelledAsync(cancellationToken));

    /// <summary>Sends headers and these chunks, then nothing more. Ends when the client has gone or the stand-in stops.</summary>
    public static StandInAnswer StallAfter(IReadOnlyList<byte[]> chunks, string contentType = EventStream) =>
        new(async (context, cancellationToken) =>
        {
            await WriteChunksAsync(context, chunks, contentType, gate: null, cancellationToken);
            await UntilCancelledAsync(cancellationToken);
        });

    /// <summary>Sends headers and these chunks, then drops the connection without the end of the body. With a gate, one more release
    /// is needed for the cut, so that a test can see the chunks arrive first.</summary>
    public static StandInAnswer CutAfter(IReadOnlyList<byte[]> chunks, string contentType = EventStream, ChunkGate? gate = null) =>
        new(async (context, cancellationToken) =>
        {
            await WriteChunksAsync(context, chunks, contentType, gate, cancellationToken);
            if (gate is not null)
            {
                await gate.WaitAsync(cancellationToken);
            }

            context.Abort();
        });

    /// <summary>Anything else a test needs to do with the response.</summary>
    public static StandInAnswer Custom(Func<HttpContext, CancellationToken, Task> write) => new(write);

    internal Task WriteAsync(HttpContext context, CancellationToken cancellationToken) => _write(context, cancellationToken);

    private static async Task WriteChunksAsync(
        HttpContext context, IReadOnlyList<byte[]> chunks, string contentType, ChunkGate? gate, CancellationToken cancellationToken)
    {
        Start(context, 200, contentType, []);
        await context.Response.StartAsync(cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        foreach (var chunk in chunks)
        {
            if (gate is not null)
            {
                await gate.WaitAsync(cancellationToken);
            }

            await context.Response.Body.WriteAsync(chunk, cancellationToken);
            await context.Response.Body.FlushAsync(cancellationToken);
        }
    }

    private static void Start(HttpContext context, int status, string contentType, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers.Append(name, value);
        }
    }

    private static async Task UntilCancelledAsync(CancellationToken cancellationToken) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

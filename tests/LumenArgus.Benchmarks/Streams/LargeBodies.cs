using System.Net.Http.Headers;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Roles;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Streams;

/// <summary>One body after the other of a size that takes a while to look at, each with new content.</summary>
internal sealed class LargeBodies(Target target, int megabytes)
{
    private readonly byte[] _body = new byte[megabytes * 1024 * 1024];
    private readonly RequestBodyTemplate _template = RequestBodyTemplate.Create(new Random(megabytes), Mode.Plain, megabytes * 1024 * 1024);

    /// <summary>Sends them until it is told to stop.</summary>
    /// <returns>How many were answered.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        for (var number = 1; ; number++)
        {
            _template.Write(_body, (ulong)number << 32);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{target.Endpoint}/v1/messages") { Content = new ByteArrayContent(_body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add("x-api-key", "bench-no-key");
            request.Headers.Add("anthropic-version", "2023-06-01");
            try
            {
                using var response = await client.SendAsync(request, stop);
                response.EnsureSuccessStatusCode();
            }
            catch (OperationCanceledException)
            {
                return number - 1;
            }
        }
    }
}

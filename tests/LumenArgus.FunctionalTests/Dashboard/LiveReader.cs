using LumenArgus.Dashboard.Hosting;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>Reads the live events as a browser does.</summary>
internal sealed class LiveReader : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private LiveReader(HttpResponseMessage response, StreamReader reader) => (_response, _reader) = (response, reader);

    public string? LastId { get; private set; }

    public static async Task<LiveReader> ConnectAsync(DashboardServer server, string? lastId = null)
    {
        var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Port}/api/v1/live");
        request.Headers.Authorization = new("Bearer", server.Token);
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var reader = new LiveReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        (await reader.NextAsync()).Name.ShouldBe("connected");
        return reader;
    }

    /// <summary>The next event that is no comment.</summary>
    public async Task<(string Name, string Data)> NextAsync()
    {
        using var limit = Limits.Token();
        var (name, data) = ("", "");
        while (await _reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                LastId = line[4..];
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = line[6..];
            }
            else if (line.Length == 0 && name.Length > 0)
            {
                return (name, data);
            }
        }

        throw new EndOfStreamException("The stream of events has ended.");
    }

    /// <summary>The next event of a name.</summary>
    public async Task<string> NextAsync(string wanted)
    {
        while (true)
        {
            var (name, data) = await NextAsync();
            if (name == wanted)
            {
                return data;
            }
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
        _client.Dispose();
    }
}

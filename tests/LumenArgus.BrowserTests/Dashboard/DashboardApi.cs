using System.Net.Http.Headers;
using System.Text.Json;

namespace LumenArgus.BrowserTests.Dashboard;

/// <summary>A script with the access token.</summary>
internal sealed class DashboardApi : IDisposable
{
    private readonly HttpClient _client;

    public DashboardApi(string link)
    {
        var parts = link.Split("/#token=");
        _client = new HttpClient { BaseAddress = new Uri($"{parts[0]}/api/v1/"), Timeout = Limits.Default };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", parts[1]);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var document = JsonDocument.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }

    /// <summary>Asks until the answer is as it shall be.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> isReached)
    {
        using var limit = Limits.Token();
        while (true)
        {
            var answer = await GetAsync(path);
            if (isReached(answer))
            {
                return answer;
            }

            limit.Token.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => _client.Dispose();
}

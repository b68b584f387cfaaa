using System.Net;
using System.Text;
using System.Text.Json;
using LumenArgus.Dashboard.Hosting;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>A caller of the dashboard: a script with the token, or a browser with a cookie.</summary>
internal sealed class DashboardClient : IDisposable
{
    private readonly HttpClient _client;

    private DashboardClient(DashboardServer server, string? token)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = true, CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{server.Port}"),
            Timeout = Limits.Default,
        };
        if (token is not null)
        {
            _client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }
    }

    /// <summary>What changes carry; empty for none.</summary>
    public string? CsrfToken { get; set; }

    public HttpClient Http => _client;

    /// <summary>A script.</summary>
    public static DashboardClient WithToken(DashboardServer server) => new(server, server.Token);

    /// <summary>Somebody who has not logged in.</summary>
    public static DashboardClient Unknown(DashboardServer server) => new(server, token: null);

    /// <summary>A browser that has logged in.</summary>
    public static async Task<DashboardClient> LoggedInAsync(DashboardServer server)
    {
        var client = Unknown(server);
        var answer = await client.SendAsync(HttpMethod.Post, "/api/v1/session", $$"""{"token":"{{server.Token}}"}""");
        client.CsrfToken = answer.Json.GetProperty("csrf_token").GetString();
        return client;
    }

    public Task<DashboardReply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, body: null, headers);

    public Task<DashboardReply> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers) =>
        SendAsync(method, path, body, "application/json", headers);

    public async Task<DashboardReply> SendAsync(HttpMethod method, string path, string? body, string contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new(contentType);
        }

        if (CsrfToken is { } csrf)
        {
            request.Headers.Add("X-CSRF-Token", csrf);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = text.Length > 0 && response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return new DashboardReply(
            response.StatusCode,
            text,
            isJson ? JsonDocument.Parse(text).RootElement : default,
            response.Headers.Concat(response.Content.Headers).ToDictionary(static pair => pair.Key, static pair => string.Join(", ", pair.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => _client.Dispose();
}
